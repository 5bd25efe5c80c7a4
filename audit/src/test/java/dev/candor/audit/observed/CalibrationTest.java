package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Simulation.Sayings;
import dev.candor.core.Form;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole experiments with made-up tools: how often they err. {@link PowerTest} has more of them. */
class CalibrationTest {
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
}
