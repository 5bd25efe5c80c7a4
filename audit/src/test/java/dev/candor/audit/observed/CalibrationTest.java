package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Simulation.Sayings;
import dev.candor.core.Form;
import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Levels;
import dev.candor.lab.experiment.Recovered;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole experiments with made-up tools: how often they err. {@link PowerTest} has more of them. */
class CalibrationTest {
  private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Urumqi");

  @Test
  void whereNothingDependsNoExperimentReportsASignal() {
    assertThat(Simulation.reporting(1000, 1020)).isEmpty();
  }

  @Test
  void aZoneThatChangesTheDateIsFoundThoughAFifthOfTheTrialsCrash() {
    assertThat(
            IntStream.range(1000, 1006)
                .parallel()
                .filter(seed ->
                    Simulation.run(
                            Design.Wish.blind(Budget.STANDARD, seed),
                            (environment, random) ->
                                Sayings.plain(random)
                                    .separator(
                                        environment
                                                .levels()
                                                .getOrDefault("timezone", "")
                                                .startsWith("Asia/")
                                            ? "/"
                                            : "-"),
                            Simulation.CRASHING)
                        .signals()
                        .stream()
                        .anyMatch(one ->
                            one.signal().form() == Form.FORMAT
                                && one.signal().all().equals(Set.of("timezone"))))
                .boxed())
        .hasSize(6);
  }

  /** Of six experiments with 60 trials that nobody told of the flow, none finds it. */
  @Test
  void aMarkInHalfOfTheRunsIsFoundWhereTheCodeForetellsIt() {
    assertThat(
            IntStream.range(1000, 1006)
                .parallel()
                .filter(seed ->
                    Simulation.run(
                            zonesRead(seed),
                            List.of(Set.of("timezone")),
                            (environment, random) ->
                                random.nextBoolean() && isListed(environment)
                                    ? Sayings.plain(random).separator("/")
                                    : Sayings.plain(random),
                            0)
                        .signals()
                        .stream()
                        .anyMatch(one ->
                            one.signal().form() == Form.FORMAT
                                && one.signal().all().equals(Set.of("timezone"))))
                .count())
        .isGreaterThan(3);
  }

  @Test
  void aFlowThatTheCodeForetellsAndNothingShowsIsNoSignal() {
    assertThat(
            IntStream.range(1000, 1010)
                .parallel()
                .filter(seed ->
                    !Simulation.run(
                            zonesRead(seed),
                            List.of(Set.of("timezone")),
                            (environment, random) -> Sayings.plain(random),
                            seed % 2 == 0 ? 0 : Simulation.CRASHING)
                        .signals()
                        .isEmpty())
                .boxed())
        .isEmpty();
  }

  private static boolean isListed(Environment environment) {
    return ZONES.contains(environment.levels().getOrDefault("timezone", ""));
  }

  private static Design.Wish zonesRead(int seed) {
    return new Design.Wish(
        Environment.base(),
        Levels.standard(),
        List.of(new Recovered("timezone", ZONES, Match.EQUAL)),
        List.of(),
        Budget.STANDARD,
        seed);
  }
}
