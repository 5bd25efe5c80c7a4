package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.recording.ReadyTool;
import dev.candor.audit.recording.Runs;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.Finished.Ending;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Cause;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Outcome;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult.End;
import dev.candor.lab.trial.Staging;
import dev.candor.lab.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of an experiment beside its signals. */
class ConcludingTest {
  private static final Environment BASE = Environment.base();
  private static final Outcome ASKS = ran(End.EXITED, 0, "openai-chat");
  private static final Outcome BREAKS = ran(End.EXITED, 7, "openai-chat");
  private static final Outcome SILENT = ran(End.TIME, 0, "empty");

  private final List<Observation> observed = new ArrayList<>();

  @Test
  void aToolThatAsksItsModelInTheBaseLeavesNoDoubt() {
    observe(new Purpose.Replicate(), ASKS);
    observe(new Purpose.Replicate(), BREAKS);

    Observed shown = shown(Ending.COMPLETE, Optional.empty());

    assertThat(shown.doubts()).isEmpty(); // half of the runs is not most of them
    assertThat(shown.modelRequests()).containsExactly("POST /v1/chat/completions");
    assertThat(shown.notSeen())
        .contains(
            "What the tool would have done in 1 trial in which it ended badly or asked no model.");
  }

  @Test
  void whereMostRunsInTheBaseDoNotWorkThatIsADoubt() {
    observe(new Purpose.Replicate(), SILENT);
    observe(new Purpose.Replicate(), ASKS);
    observe(new Purpose.Replicate(), BREAKS);
    observe(new Purpose.Pairs(), ASKS);

    assertThat(shown(Ending.COMPLETE, Optional.empty()).doubts())
        .singleElement()
        .asString()
        .startsWith("In 2 of 3 runs in the base environment it did not do its work. The first: The")
        .contains("it was ended after");
  }

  @Test
  void withoutARunInTheBaseNothingIsSure() {
    observe(new Purpose.Replicate(), new Failed(Cause.ROOM, "no memory"));
    observe(new Purpose.Pairs(), ASKS);

    Observed shown = shown(Ending.ROOM, Optional.of("rooms failed"));

    assertThat(shown.doubts())
        .containsExactly("Rooms failed.", "The tool did not run in the base environment.");
    assertThat(shown.notSeen()).contains("1 trial did not run.");
  }

  @Test
  void eachTrialIsALine() {
    observe(new Purpose.Replicate(), ASKS);
    observe(new Purpose.Confirmation("timezone", 1), SILENT);
    observe(new Purpose.Pairs(), new Failed(Cause.ENVIRONMENT, "no such zone"));

    Observed shown = shown(Ending.BUDGET, Optional.of("the budget was spent"));

    assertThat(shown.trials())
        .extracting(ObservedTrial::purpose)
        .containsExactly("replicate", "confirmation", "pairs");
    assertThat(shown.trials())
        .extracting(ObservedTrial::end)
        .containsExactly("status 0", "out of time", "did not run: no such zone");
    assertThat(shown.trials()).extracting(ObservedTrial::requests).containsExactly(1, 1, 0);
    assertThat(shown.notSeen())
        .startsWith("What further trials would have shown: the budget was spent.");
  }

  private static Outcome ran(End end, int status, String answered) {
    return new Ran(
        new TrialResult(
            Runs.room(end, status, "", ""),
            List.of(Runs.exchange(1, "example.test", "/v1/chat/completions", "{}", answered)),
            0,
            List.of(),
            List.of(),
            new Unanswered(0, 0)));
  }

  private void observe(Purpose purpose, Outcome outcome) {
    observed.add(new Observation(new Planned(observed.size() + 1, BASE, purpose), 1, outcome));
  }

  private Observed shown(Ending ending, Optional<String> why) {
    Design design = Design.of(Design.Wish.blind(Budget.trials(2), 1));
    return new Concluding(
            tool(),
            new Finished(design, observed, ending, why),
            new Confirming(design, List.of(), (_, _) -> {}),
            Shown.asked(""),
            1)
        .observed();
  }

  private static ReadyTool tool() {
    Recipe recipe =
        new Recipe(
            "tool",
            "pkg:generic/tool",
            Optional.empty(),
            List.of(),
            List.of("tool", "{prompt}"),
            Optional.of("openai-chat"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of());
    Staging staging =
        new Staging(
            recipe,
            new Staging.Program(List.of(), List.of(), List.of("/bin/tool")),
            "hi",
            Bounds.DEFAULT);
    return new ReadyTool(recipe, Runs.silent().installation(), staging, List.of());
  }
}
