package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.recording.Runs;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  private static final Environment BASE = Environment.base();
  private static final Environment MAIN = BASE.with("git-branch", "main");

  private final List<Observation> observed = new ArrayList<>();

  @Test
  void aPlaceIsTakenOnceWithItsFirstValueAndHowOftenItStood() {
    sends(BASE, "{\"system\":\"on harbour-lights\"}");
    sends(MAIN, "{\"system\":\"on main\"}");

    assertThat(receipt())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.fact().value()).isEqualTo("harbour-lights");
          assertThat(entry.destination()).isEqualTo("the endpoint");
          assertThat(entry.where()).isEqualTo("body /system");
          assertThat(entry.times()).isEqualTo(2);
        });
  }

  @Test
  void theSameEnvironmentOnceMoreCountsOnce() {
    sends(BASE, "{\"system\":\"on harbour-lights\"}");
    sends(BASE, "{\"system\":\"on harbour-lights\"}");

    assertThat(receipt()).extracting(Receipt.Entry::times).containsExactly(1);
  }

  /** What stands there with another branch as well, is not told of the branch. */
  @Test
  void anOrdinaryWordThatStandsThereAnywayIsNotTold() {
    sends(BASE, "{\"tools\":\"the main idea\",\"system\":\"nothing\"}");
    sends(MAIN, "{\"tools\":\"the main idea\",\"system\":\"on main\"}");

    assertThat(receipt()).extracting(Receipt.Entry::where).containsExactly("body /system");
  }

  @Test
  void whateverTheOrderOfTrials() {
    sends(MAIN, "{\"tools\":\"the main idea\",\"system\":\"on main\"}");
    sends(BASE, "{\"tools\":\"the main idea\",\"system\":\"nothing\"}");

    assertThat(receipt()).extracting(Receipt.Entry::where).containsExactly("body /system");
  }

  @Test
  void withoutTheBaseEnvironmentNobodyKnows() {
    sends(MAIN, "{\"tools\":\"the main idea\"}");

    assertThat(receipt()).extracting(Receipt.Entry::where).containsExactly("body /tools");
  }

  private List<Receipt.Entry> receipt() {
    return Receipts.of(observed).entries().stream()
        .filter(entry -> entry.where().startsWith("body")) // that header holds the body, too
        .toList();
  }

  private void sends(Environment environment, String body) {
    observed.add(
        new Observation(
            new Planned(observed.size() + 1, environment, new Purpose.Pairs()),
            1,
            new Observation.Ran(
                new TrialResult(
                    Runs.room(RoomResult.End.EXITED, 0, "", ""),
                    List.of(
                        Runs.exchange(
                            1, "models.larkspur-yard.example.net", "/v1/messages", body, "empty")),
                    0,
                    List.of(),
                    List.of(),
                    new Unanswered(0, 0)))));
  }
}
