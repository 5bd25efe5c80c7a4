package dev.candor.lab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.InputException;
import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.trial.Lab;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** With real rooms, and a shell as the tool. */
class ExperimentRoomTest {
  /** Says the zone and the host of the endpoint in a way of its own. */
  private static final String TOOL =
      "case $TZ in Asia/Shanghai|Asia/Urumqi) printf /;; *) printf -- -;; esac;"
          + " case $MODEL in *osprey*) printf x;; *) printf y;; esac";

  @Test
  void seesInRoomsWhatLevelsDo() {
    Design design =
        Design.of(
            new Design.Wish(
                Environment.base(),
                Levels.standard(),
                List.of(
                    new Recovered("endpoint", List.of("osprey"), Match.SUBSTRING),
                    new Recovered(
                        "timezone", List.of("Asia/Shanghai", "Asia/Urumqi"), Match.EQUAL)),
                List.of(new Together(Set.of("endpoint", "timezone"))),
                Budget.trials(60),
                1));
    Finished finished = run(design);
    assertThat(finished.observations()).hasSize(60 - 60 / 3);
    assertThat(finished.observations())
        .allSatisfy(one -> assertThat(output(one)).isEqualTo(expected(one.planned())));
    assertThat(finished.observations().stream().map(ExperimentRoomTest::output))
        .contains("-y", "/y", "-x", "/x");
  }

  private static Finished run(Design design) {
    try (Lab lab = Lab.open()) {
      return Experiment.run(
          design,
          new Experiment.Setting(
              Laboratory.staging(List.of("tool", "-c", TOOL)),
              lab,
              Parallel.standard(),
              Optional.empty()),
          Steering.NONE,
          new Stop());
    } catch (InputException e) {
      Assumptions.assumeTrue(false, e.getMessage());
      throw e;
    }
  }

  private static String output(Observation observation) {
    return observation.outcome() instanceof Ran(var result)
        ? new String(result.room().output(), UTF_8)
        : observation.outcome().toString();
  }

  private static String expected(Planned planned) {
    String zone = planned.environment().levels().getOrDefault("timezone", "");
    String variable = planned.environment().levels().getOrDefault("timezone-variable", "");
    String read = variable.equals("same") ? zone : variable;
    String endpoint = planned.environment().levels().getOrDefault("endpoint", "");
    return (read.equals("Asia/Shanghai") || read.equals("Asia/Urumqi") ? "/" : "-")
        + (endpoint.contains("osprey") ? "x" : "y");
  }
}
