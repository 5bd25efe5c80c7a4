package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Standing;
import dev.candor.lab.experiment.Wanted;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.trial.TrialResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A laboratory in which nothing runs: what a tool would send is a function of its environment. */
class ConfirmingTest {
  private static final Environment BASE = Environment.base();
  private static final Environment TOKYO = BASE.with("timezone", "Asia/Tokyo");
  private static final Environment BUILD = BASE.with("ci", "github");
  private static final Environment OTHER_USER = BASE.with("username", "bo");

  private static final Design DESIGN = Design.of(Design.Wish.blind(Budget.trials(60), 1));

  private final Confirming confirming = new Confirming(DESIGN, List.of(), (_, _) -> {});
  private final List<Observation> observed = new ArrayList<>();
  private Function<Environment, String> tool = _ -> "{}";

  /** Of r rounds with two symbols one deal of C(2r, r): 1/20 is too many, 1/70 is few enough. */
  @Test
  void aSignalIsTriedAsOftenAsItTakesToBeSure() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    List<Wanted> again = confirming.rest(observed, 100);

    assertThat(again).hasSize(8);
    assertThat(again).extracting(Wanted::environment).filteredOn(TOKYO::equals).hasSize(4);
    assertThat(again).extracting(Wanted::environment).filteredOn(BASE::equals).hasSize(4);
    assertThat(again).allMatch(one -> one.purpose() instanceof Purpose.Confirmation);
    assertThat(confirming.again(Inference.of(Traces.of(observed), 1).signals().getFirst()).level())
        .isEqualTo(0.05);
  }

  @Test
  void theSameTrialsAreLookedAtOnce() {
    run(3, BASE);
    Inference first = confirming.inference(observed);

    assertThat(confirming.inference(List.copyOf(observed))).isSameAs(first);
    run(1, TOKYO);
    assertThat(confirming.inference(observed)).isNotSameAs(first);
  }

  @Test
  void withFewTrialsLeftItIsTriedAsOftenAsThatGoes() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    assertThat(confirming.rest(observed, 7)).hasSize(6); // three rounds of two
  }

  @Test
  void withNoTrialsLeftNothingIsTried() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    assertThat(confirming.rest(observed, 1)).isEmpty();
  }

  /** Both would take three rounds of three trials. */
  @Test
  void whatDoesNotFitIsLeftOutAndWhatNobodyNoticesComesFirst() {
    tool =
        environment ->
            "{\"build\":%s,\"system\":\"It is 2026%s07 there\"}"
                .formatted(environment.equals(BUILD), environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, BUILD);
    run(10, TOKYO);

    List<Wanted> few = confirming.rest(observed, 8);

    assertThat(few).hasSize(8);
    assertThat(few).extracting(Wanted::environment).containsOnly(BASE, TOKYO);
  }

  @Test
  void trialsOfSeveralSignalsAreShared() {
    tool =
        environment ->
            "{\"build\":%s,\"system\":\"It is 2026%s07 there\"}"
                .formatted(environment.equals(BUILD), environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, BUILD);
    run(10, TOKYO);

    // One deal of C(9, 3) = 84 is few enough for each; the base's trials serve both.
    assertThat(confirming.rest(observed, 100)).hasSize(9);
  }

  /** A level that was tried once: 1 / C(8, 4) is no longer enough for 1 %, 1 / C(10, 5) is. */
  @Test
  void aCandidateNeedsMoreTrialsThanASignal() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(1, TOKYO);

    Inference inference = Inference.of(Traces.of(observed), 1);
    assertThat(inference.signals()).isEmpty();
    assertThat(inference.candidates()).hasSize(1);
    assertThat(confirming.rest(observed, 100)).hasSize(10);
    assertThat(confirming.again(inference.candidates().getFirst()).level()).isEqualTo(0.01);
  }

  /** Each is allowed half as much then: 1 / C(12, 4) at three trials a round. */
  @Test
  void candidatesShareTheChanceThatIsAllowedThem() {
    tool =
        environment ->
            "{\"user\":\"It is%syou again\",\"system\":\"It is 2026%s07 there\"}"
                .formatted(
                    environment.equals(OTHER_USER) ? "\u00a0" : " ",
                    environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(1, OTHER_USER);
    run(1, TOKYO);

    List<Wanted> again = confirming.rest(observed, 100);

    assertThat(again).hasSize(12);
    assertThat(Inference.of(Traces.of(observed), 1).candidates())
        .hasSize(2)
        .allSatisfy(one -> assertThat(confirming.again(one).level()).isEqualTo(0.005));
  }

  @Test
  void whereNothingDependsNothingIsTriedAgain() {
    tool = _ -> day("-");
    run(14, BASE);
    run(10, TOKYO);

    assertThat(confirming.rest(observed, 100)).isEmpty();
  }

  @Test
  void itAsksOnce() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    assertThat(confirming.rest(observed, 100)).isNotEmpty();
    assertThat(confirming.rest(observed, 100)).isEmpty();
  }

  @Test
  void aFreshTrialThatEndsOtherwiseThanMostIsRunAnew() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);
    Wanted again = confirming.rest(observed, 100).getFirst();
    run(again.environment(), again.purpose(), 0);
    run(again.environment(), again.purpose(), 1);

    assertThat(confirming.rest(observed, 90)).containsExactly(again);
    assertThat(confirming.rest(observed, 90)).isEmpty();
  }

  @Test
  void whatEndsOtherwiseAgainAndAgainIsLeftAtThat() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);
    Wanted again = confirming.rest(observed, 1000).getFirst();
    int times = 0;
    do {
      run(again.environment(), again.purpose(), 1);
      times++;
    } while (!confirming.rest(observed, 1000).isEmpty());

    assertThat(times).isEqualTo(4);
  }

  /** As where a proxy does not answer: that it ends so is what there is to be seen. */
  @Test
  void whereItNeverEndsAsUsualNothingIsRunAnew() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(TOKYO, new Purpose.Pairs(), 1);
    confirming.rest(observed, 100);
    run(TOKYO, new Purpose.Confirmation("", 0), 1);
    run(TOKYO, new Purpose.Confirmation("", 0), 1);

    assertThat(confirming.rest(observed, 90)).isEmpty();
  }

  @Test
  void afterSomeTrialsItTellsHowManySignalsThereSeemToBe() {
    List<Integer> told = new ArrayList<>();
    Confirming watching = new Confirming(DESIGN, List.of(), (_, signals) -> told.add(signals));
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    observed.forEach(one -> watching.after(one, new Standing(1, 0, 0)));

    assertThat(told).hasSize(24);
    assertThat(told.getFirst()).isZero();
    assertThat(told.getLast()).isEqualTo(1);
  }

  @Test
  void theFormOfWhatWasFoundIsKnown() {
    tool = environment -> day(environment.equals(TOKYO) ? "/" : "-");
    run(14, BASE);
    run(10, TOKYO);

    assertThat(Inference.of(Traces.of(observed), 1).signals())
        .singleElement()
        .satisfies(signal -> assertThat(signal.form()).isEqualTo(Form.FORMAT));
  }

  private static String day(String sign) {
    return "{\"system\":\"It is 2026" + sign + "07 there\"}";
  }

  private void run(int times, Environment environment) {
    for (int i = 0; i < times; i++) {
      run(environment, new Purpose.Pairs(), 0);
    }
  }

  private void run(Environment environment, Purpose purpose, int exit) {
    observed.add(
        new Observation(
            new Planned(observed.size() + 1, environment, purpose),
            1,
            new Observation.Ran(result(tool.apply(environment), exit))));
  }

  private static TrialResult result(String body, int exit) {
    Instant now = Instant.parse("2026-07-01T12:00:00Z");
    return Simulation.result(
        List.of(Simulation.post(List.of(), now, "example.test", "/v1/messages", body)), exit);
  }
}
