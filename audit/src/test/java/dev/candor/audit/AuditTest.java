package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.observed.Observer;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.recipe.RecipeFile;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an audit that somebody stops before its first trial. */
class AuditTest {
  @TempDir private Path folder;
  private final Stop stop = new Stop();
  private Path tool = Path.of("none");

  @BeforeEach
  void makeATool() throws IOException {
    tool = folder.resolve("tool");
    Files.writeString(tool, "#!/bin/sh\necho nothing\n");
    Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        tool: sample
        package: pkg:generic/sample
        command: [sample, "{prompt}"]
        """);
  }

  @Test
  void stoppedBeforeTheExperimentTheScanIsReported() {
    stop.now();

    Report report =
        audit(_ -> {
          throw new AssertionError("a trial was run");
        });

    isOfTheScan(report);
  }

  @Test
  void stoppedInItsFirstTrialTheScanIsReported() {
    CountDownLatch never = new CountDownLatch(1);
    Thread worker = Thread.currentThread();

    Report report =
        audit(_ -> {
          stop.now();
          worker.interrupt(); // as Ctrl-C does
          never.await(); // until it is interrupted
          throw new AssertionError("not ended");
        });

    isOfTheScan(report);
    assertThat(Thread.interrupted()).as("the report could not be written else").isFalse();
  }

  @Test
  void whatFailsByItselfIsNotTakenForAStop() {
    assertThatThrownBy(() ->
            audit(_ -> {
              throw new IllegalStateException("a fault of ours");
            }))
        .hasMessage("a fault of ours");
  }

  private static void isOfTheScan(Report report) {
    assertThat(report.verdict()).contains(Verdict.INCONCLUSIVE);
    assertThat(report.observed()).isEmpty();
    assertThat(report.notSeen())
        .containsExactly("What it sends: the experiment was interrupted before its first trial.");
  }

  private Report audit(Trials trials) {
    FetchOptions standard = FetchOptions.standard();
    FetchOptions offline =
        new FetchOptions(
            Optional.empty(), Optional.empty(), true, folder.resolve("cache"), standard.progress());
    return new Audit(offline, new Engine("1.0", "25"), Clock.fixed(Reports.NOON, ZoneOffset.UTC))
        .run(
            new Observer.Wish(
                new ReadyTool.Wish(
                    PackageReference.parse(tool.toString()),
                    Optional.of(RecipeFile.read(folder.resolve("recipe.yaml"))),
                    "hi",
                    Bounds.DEFAULT),
                Budget.trials(2),
                1,
                Optional.empty()),
            trials,
            stop);
  }
}
