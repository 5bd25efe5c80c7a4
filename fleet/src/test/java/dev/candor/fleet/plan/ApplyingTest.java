package dev.candor.fleet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path temp;
  private final List<String> run = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Plan plan = new Plan("", "", "", List.of(), List.of(), new Engine("", ""), NOON);
  private Path file = Path.of("");

  @BeforeEach
  void planThreeSteps() throws IOException {
    file = temp.resolve("journal.jsonl");
    plan =
        new Plan(
            "p.yaml",
            "laptop",
            "/",
            List.of(remove("a"), remove("b"), step("c", Optional.empty())),
            List.of(),
            new Engine("1", "25"),
            NOON);
  }

  private Step remove(String name) throws IOException {
    return step(name, Optional.of(Files.writeString(temp.resolve(name), "x")));
  }

  private static Step step(String name, Optional<Path> gone) {
    return new Step(
        gone.isPresent() ? Step.Kind.REMOVE : Step.Kind.INSTALL,
        "Step " + name,
        List.of("run", name),
        List.of("undo", name),
        gone);
  }

  /** Removes what is named, as a manager does. */
  private Optional<String> works(List<String> command) {
    run.add(String.join(" ", command));
    try {
      if (command.getFirst().equals("run")) {
        Files.deleteIfExists(temp.resolve(command.get(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private Applying applying(Journal journal, Programs programs, List<Answer> answers) {
    List<Answer> left = new ArrayList<>(answers);
    return new Applying(
        journal,
        programs,
        _ -> left.isEmpty() ? Answer.YES : left.removeFirst(),
        told::add,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Applying.Ending apply(Programs programs, Answer... answers) {
    try (Journal journal = Journal.create(file, plan)) {
      return applying(journal, programs, List.of(answers)).apply();
    }
  }

  private Applying.Ending resume(Programs programs) {
    try (Journal journal = Journal.open(file)) {
      return applying(journal, programs, List.of()).apply();
    }
  }

  private Applying.Ending undo() {
    try (Journal journal = Journal.open(file)) {
      return applying(journal, this::works, List.of()).undo();
    }
  }

  @Test
  void takesEachStepInItsOrder() throws IOException {
    assertThat(apply(this::works)).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("run a", "run b", "run c");
    assertThat(Files.readAllLines(file)).hasSize(7);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void whatIsNotWantedIsLeftAndNotAskedForAgain() {
    assertThat(apply(this::works, Answer.YES, Answer.NO)).isEqualTo(Applying.Ending.PARTLY);
    assertThat(run).containsExactly("run a", "run c");
    assertThat(resume(this::works)).isEqualTo(Applying.Ending.PARTLY);
    assertThat(run).hasSize(2);
  }

  @Test
  void stopsAndGoesOn() {
    assertThat(apply(this::works, Answer.YES, Answer.STOP)).isEqualTo(Applying.Ending.PARTLY);
    assertThat(resume(this::works)).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("run a", "run b", "run c");
  }

  @Test
  void aFailureEndsItAndIsTriedAgain() {
    assertThat(
            apply(command ->
                command.get(1).equals("b")
                    ? Optional.of("it ended with status 1")
                    : works(command)))
        .isEqualTo(Applying.Ending.FAILED);
    assertThat(told.getLast()).contains("Failed: Step b", "candor policy plan --resume");
    assertThat(resume(this::works)).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("run a", "run b", "run c");
  }

  @Test
  void aCommandThatRemovesNothingHasFailedWhateverItSays() {
    assertThat(apply(_ -> Optional.empty())).isEqualTo(Applying.Ending.FAILED);
    assertThat(told.getLast()).contains("is still there");
  }

  /** Killed while a command ran: once it had done its work, once not. */
  @Test
  void aStepThatHadBegunIsLookedAt() {
    assertThatThrownBy(() ->
            apply(command -> {
              works(command);
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");
    assertThatThrownBy(() ->
            resume(command -> {
              run.add("half of " + command.get(1));
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");
    assertThat(resume(this::works)).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("run a", "half of b", "run b", "run c");
  }

  @Test
  void aLineThatWasNotWrittenWholeCountsForNothing() throws IOException {
    apply(this::works, Answer.YES, Answer.STOP);
    Files.writeString(file, "{\"step\":2,\"state\":\"do", StandardOpenOption.APPEND);

    assertThat(resume(this::works)).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("run a", "run b", "run c");
    assertThat(Files.readString(file)).doesNotContain("\"do{");
  }

  @Test
  void takesBackWhatWasDoneTheLastFirst() {
    apply(this::works, Answer.YES, Answer.NO, Answer.YES);
    run.clear();

    assertThat(undo()).isEqualTo(Applying.Ending.DONE);
    assertThat(run).containsExactly("undo c", "undo a");
    run.clear();
    assertThat(undo()).isEqualTo(Applying.Ending.DONE);
    assertThat(run).isEmpty();
  }

  @Test
  void aJournalIsNeverOverwritten() {
    apply(this::works, Answer.STOP);

    assertThatThrownBy(() -> apply(this::works))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--resume");
  }

  @Test
  void whatIsNoJournalIsRefused() throws IOException {
    for (String text :
        List.of("\n", "{}\n", "{\"schema\":\"candor/plan-journal/v1\",\"plan\":{}}\n", "[[\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> Journal.open(file)).isInstanceOf(InputException.class);
    }
    Files.delete(file);
    apply(this::works, Answer.STOP);
    Files.writeString(file, "{\"step\":9,\"state\":\"done\"}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Journal.open(file)).hasMessageContaining("line 2: this is no journal");
  }

  @Test
  void programsOfTheMachineSayWhyTheyFailed() {
    Programs programs = Programs.ofMachine(java.time.Duration.ofSeconds(60));

    assertThat(programs.run(List.of("true"))).isEmpty();
    assertThat(programs.run(List.of("ls", "--", "/no such folder")).orElseThrow())
        .contains("it ended with status 2", "/no such folder");
    assertThat(programs.run(List.of("candor-no-such-program")).orElseThrow())
        .contains("could not be started");
  }
}
