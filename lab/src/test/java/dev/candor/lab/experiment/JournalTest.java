package dev.candor.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Finished.Ending;
import dev.candor.lab.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Design DESIGN = design(5);
  private static final String SUBJECT = "pkg:generic/tool@1";

  @TempDir private Path folder;

  private static Design design(long seed) {
    return Design.of(Design.Wish.blind(Budget.trials(30), seed));
  }

  /** Ends after so many trials; calls for two more when the design is over. */
  private Finished run(int most, AtomicInteger ran) {
    Stop stop = new Stop();
    Trials counting =
        trial -> {
          if (ran.incrementAndGet() == most) {
            stop.now();
          }
          return Laboratory.result(trial);
        };
    Wanted more = new Wanted(Environment.base(), new Purpose.Confirmation("zone", 0));
    Steering steering =
        new Steering() {
          @Override
          public List<Wanted> rest(List<Observation> all, int left) {
            return all.size() == DESIGN.trials().size() ? List.of(more, more) : List.of();
          }
        };
    try (Journal journal = Journal.open(folder, SUBJECT, DESIGN)) {
      return Experiment.run(
          DESIGN, Laboratory.keeping(Laboratory.setting(counting, 2), journal), steering, stop);
    }
  }

  @Test
  void goesOnWhereAnExperimentWasCutOff() {
    int size = DESIGN.trials().size() + 2;
    AtomicInteger ran = new AtomicInteger();
    Finished first = run(9, ran);
    assertThat(first.ending()).isEqualTo(Ending.STOPPED);
    int before = ran.get();
    Finished second = run(-1, ran);
    assertThat(second.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(second.observations()).hasSize(size);
    assertThat(ran.get() - before).isEqualTo(size - first.observations().size());
    assertThat(second.observations())
        .extracting(one -> one.planned().number())
        .doesNotHaveDuplicates();
    int all = ran.get();
    Finished third = run(-1, ran);
    assertThat(ran).hasValue(all);
    assertThat(third.observations())
        .extracting(Observation::planned)
        .containsExactlyElementsOf(
            second.observations().stream().map(Observation::planned).toList());
    assertThat(third.observations())
        .extracting(ExperimentTest::said)
        .containsExactlyElementsOf(
            second.observations().stream().map(ExperimentTest::said).toList());
  }

  @Test
  void runsAgainWhatIsNotWholeInTheFiles() throws IOException {
    AtomicInteger ran = new AtomicInteger();
    run(-1, ran);
    int size = DESIGN.trials().size() + 2;
    cut("trials.jsonl", 0.7);
    cut("trials.tape", 0.4);
    try (Journal journal = Journal.open(folder, SUBJECT, DESIGN)) {
      assertThat(journal.known()).isBetween(1, size * 7 / 10);
    }
    assertThat(run(-1, ran).observations()).hasSize(size);
    try (Journal journal = Journal.open(folder, SUBJECT, DESIGN)) {
      assertThat(journal.known()).isEqualTo(size);
    }
  }

  private void cut(String name, double part) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));
  }

  @Test
  void refusesTrialsOfSomethingElse() {
    run(-1, new AtomicInteger());
    assertThatThrownBy(() -> Journal.open(folder, SUBJECT, design(6)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another package, recipe, seed or budget");
    assertThatThrownBy(() -> Journal.open(folder, "pkg:generic/tool@2", DESIGN))
        .isInstanceOf(InputException.class);
  }
}
