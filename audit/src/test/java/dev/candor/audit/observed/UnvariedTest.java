package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.recording.Runs;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.LevelClass;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Cause;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Untried;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a budget was too small for. */
class UnvariedTest {
  private static final Environment BASE = Environment.base();
  private static final Environment TOKYO = BASE.with("timezone", "Asia/Tokyo");
  private static final Environment OTHER_USER = BASE.with("username", "bo");
  private static final Environment BUILD = BASE.with("ci", "github");
  private static final Observation.Outcome RAN =
      new Observation.Ran(
          new TrialResult(
              Runs.room(RoomResult.End.EXITED, 0, "", ""),
              List.of(),
              0,
              List.of(),
              List.of(),
              new Unanswered(0, 0)));

  private final List<Observation> observed = new ArrayList<>();

  @Test
  void namesFactorsThatNoTrialVaried() {
    saw(BASE, RAN);
    saw(TOKYO, RAN);
    saw(OTHER_USER.with("ci", "github"), RAN);

    assertThat(sentence("timezone", "hostname", "uid"))
        .contains("What depends on factors that were never varied: hostname and uid.");
  }

  @Test
  void namesThoseWhoseTrialsWereDesignedAndNotRun() {
    saw(BASE, RAN);
    saw(BUILD, new Observation.Failed(Cause.ROOM, "no memory"));

    // The design has a trial of each of the three environments beside the base.
    assertThat(sentence())
        .contains("What depends on factors that were never varied: ci, timezone and username.");
  }

  @Test
  void countsEnvironmentVariables() {
    saw(TOKYO.with("username", "bo").with("ci", "github"), RAN);
    saw(BASE.with("variable:A", "1"), RAN);

    assertThat(sentence("variable:A", "variable:B", "variable:C", "uid"))
        .contains(
            "What depends on factors that were never varied: uid and 2 environment variables that"
                + " the code reads.");
  }

  @Test
  void saysNothingWhereAllWereVaried() {
    saw(TOKYO, RAN);
    saw(OTHER_USER, RAN);
    saw(BUILD, RAN);

    assertThat(sentence("timezone", "ci")).isEmpty();
  }

  /** A design for two thirds of three trials cannot vary all factors that have levels. */
  @Test
  void theDesignOfASmallBudgetLeavesFactorsOut() {
    Design design = Design.of(Design.Wish.blind(Budget.trials(3), 1));
    design.trials().forEach(planned -> observed.add(new Observation(planned, 1, RAN)));

    Optional<String> sentence =
        Unvaried.sentence(
            new Finished(design, observed, Finished.Ending.COMPLETE, Optional.empty()));

    assertThat(observed).hasSize(2);
    assertThat(sentence.orElseThrow()).contains("hostname", "uid", "workdir");
  }

  private void saw(Environment environment, Observation.Outcome outcome) {
    observed.add(new Observation(planned(observed.size() + 1, environment), 1, outcome));
  }

  private static Planned planned(int number, Environment environment) {
    return new Planned(number, environment, new Purpose.Pairs());
  }

  private Optional<String> sentence(String... untried) {
    Design design =
        new Design(
            BASE,
            List.of(planned(1, BASE), planned(2, TOKYO), planned(3, OTHER_USER), planned(4, BUILD)),
            Budget.trials(4),
            1,
            List.<LevelClass>of(),
            Stream.of(untried).map(one -> new Untried(one, List.of("x"), "no room")).toList(),
            new Design.Coverage(0, 0));
    return Unvaried.sentence(
        new Finished(design, observed, Finished.Ending.BUDGET, Optional.of("it was spent")));
  }
}
