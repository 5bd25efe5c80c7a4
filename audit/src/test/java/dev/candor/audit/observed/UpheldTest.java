package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Wanted;
import dev.candor.lab.inference.Inference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What fresh trials of a candidate say counts, whatever all trials together say by then. */
class UpheldTest {
  private static final Environment BASE = Environment.base();
  private static final Environment TOKYO = BASE.with("timezone", "Asia/Tokyo");
  private static final Environment BUILD = BASE.with("ci", "github");

  private static final Design DESIGN = Design.of(Design.Wish.blind(Budget.trials(60), 1));

  private final Confirming confirming = new Confirming(DESIGN, List.of(), (_, _) -> {});
  private final List<Observation> observed = new ArrayList<>();

  @Test
  void aCandidateOfWhichEachFreshTrialIsAsForetoldIsConfirmed() {
    tryTokyoOnce();
    confirm(environment -> environment.equals(TOKYO) ? "/" : "-");

    Upheld upheld = upheld(stillCandidates());

    assertThat(upheld.unconfirmed()).isEmpty();
    assertThat(upheld.signals())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.signal().factors()).containsExactly("timezone");
          assertThat(one.fresh().agreeing()).isEqualTo(10);
        });
  }

  /** One Tokyo of five without the mark: 26 of 252 deals agree as often. */
  @Test
  void aCandidateOfWhichAFreshTrialIsOtherwiseIsNot() {
    tryTokyoOnce();
    List<String> separators = new ArrayList<>(List.of("/", "/", "-", "/", "/"));
    confirm(environment -> environment.equals(TOKYO) ? separators.removeFirst() : "-");

    Upheld upheld = upheld(stillCandidates());

    assertThat(upheld.signals()).isEmpty();
    assertThat(upheld.unconfirmed()).isNotEmpty();
  }

  /** Fresh trials may suggest something new; they cannot confirm it too. */
  @Test
  void aCandidateOfOtherFactorsThanThoseTriedIsNot() {
    tryTokyoOnce();
    confirm(environment -> environment.equals(TOKYO) ? "/" : "-");
    List<Observation> other = new ArrayList<>();
    for (Observation one : observed) {
      boolean marked = one.planned().environment().equals(TOKYO);
      other.add(
          observation(
              one.planned().number(),
              marked ? BUILD : BASE,
              one.planned().purpose(),
              marked ? "/" : "-"));
    }

    Upheld upheld =
        Upheld.of(other, asCandidates(Inference.of(Traces.of(other), 1)), confirming, 1);

    assertThat(upheld.signals()).isEmpty();
    assertThat(upheld.unconfirmed()).hasSize(1);
  }

  private void tryTokyoOnce() {
    for (int i = 0; i < 14; i++) {
      run(BASE, new Purpose.Pairs(), "-");
    }
    run(TOKYO, new Purpose.Pairs(), "/");
  }

  private void confirm(Function<Environment, String> separator) {
    List<Wanted> again = confirming.rest(observed, 100);
    assertThat(again).hasSize(10);
    again.forEach(one -> run(one.environment(), one.purpose(), separator.apply(one.environment())));
  }

  private Upheld upheld(Inference inference) {
    return Upheld.of(observed, inference, confirming, 1);
  }

  private Inference stillCandidates() {
    return asCandidates(Inference.of(Traces.of(observed), 1));
  }

  /** As in an experiment of so many places that the rate over all of them lets none pass. */
  private static Inference asCandidates(Inference inference) {
    return new Inference(
        List.of(),
        inference.signals().isEmpty() ? inference.candidates() : inference.signals(),
        inference.explained(),
        inference.noise());
  }

  private void run(Environment environment, Purpose purpose, String separator) {
    observed.add(observation(observed.size() + 1, environment, purpose, separator));
  }

  private static Observation observation(
      int number, Environment environment, Purpose purpose, String separator) {
    Instant now = Instant.parse("2026-07-01T12:00:00Z");
    String body = "{\"system\":\"It is 2026" + separator + "07 there\"}";
    return new Observation(
        new Planned(number, environment, purpose),
        1,
        new Observation.Ran(
            Simulation.result(
                List.of(Simulation.post(List.of(), now, "example.test", "/v1/messages", body)),
                0)));
  }
}
