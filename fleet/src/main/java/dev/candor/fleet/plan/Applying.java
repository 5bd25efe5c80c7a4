package dev.candor.fleet.plan;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the steps of a plan, or takes them back, each after it was asked for, and writes down what
 * became of it.
 *
 * @param ask for the leave to take a step, in words that are ready to be shown
 * @param tell what was done, in words
 */
public record Applying(
    Journal journal,
    Programs programs,
    Function<String, Answer> ask,
    Consumer<String> tell,
    Clock clock) {
  /** How it ended. */
  public enum Ending {
    /** Each step was taken. */
    DONE,
    /** Some were not, since nobody wanted it. */
    PARTLY,
    /** One failed, and none behind it was tried. */
    FAILED
  }

  /** Takes all steps that are not taken yet. */
  public Ending apply() {
    for (int i = 0; i < journal.steps().size(); i++) {
      Step step = journal.steps().get(i);
      switch (journal.state(i)) {
        case DONE, SKIPPED, UNDONE -> {
          continue;
        }
        case BEGAN -> {
          // It was interrupted, and may have done its work before.
          if (isGone(step)) {
            journal.note(i, Journal.State.DONE, clock.instant());
            tell.accept("Done before the interruption: " + step.what());
            continue;
          }
        }
        case WAITING, FAILED -> {}
      }
      switch (ask.apply("%s%n  %s".formatted(step.what(), Quoted.command(step.command())))) {
        case STOP -> {
          return Ending.PARTLY;
        }
        case NO -> {
          journal.note(i, Journal.State.SKIPPED, clock.instant());
          continue;
        }
        case YES -> {}
      }
      if (!taken(i, step)) {
        return Ending.FAILED;
      }
    }
    return isWhole() ? Ending.DONE : Ending.PARTLY;
  }

  private boolean taken(int index, Step step) {
    step.gone()
        .filter(_ -> step.command().getFirst().equals("mv"))
        .ifPresent(_ -> Quarantine.prepare(step));
    journal.note(index, Journal.State.BEGAN, clock.instant());
    Optional<String> wrong =
        programs
            .run(step.command())
            .or(() ->
                step.gone().isPresent() && !isGone(step)
                    ? Optional.of("it ended well, and " + step.gone().get() + " is still there")
                    : Optional.empty());
    journal.note(
        index, wrong.isEmpty() ? Journal.State.DONE : Journal.State.FAILED, clock.instant());
    tell.accept(
        wrong
            .map(why ->
                "Failed: %s: %s. Correct that, then candor policy plan --resume %s."
                    .formatted(step.what(), why, journal.file()))
            .orElse("Done: " + step.what()));
    return wrong.isEmpty();
  }

  /** Takes back what was done, the last step first. */
  public Ending undo() {
    boolean whole = true;
    for (int i = journal.steps().size() - 1; i >= 0; i--) {
      Step step = journal.steps().get(i);
      if (journal.state(i) != Journal.State.DONE && journal.state(i) != Journal.State.BEGAN) {
        continue;
      }
      if (step.undo().isEmpty()) {
        tell.accept("No command takes this back: " + step.what());
        whole = false;
        continue;
      }
      switch (ask.apply(
          "Take back: %s%n  %s".formatted(step.what(), Quoted.command(step.undo())))) {
        case STOP -> {
          return Ending.PARTLY;
        }
        case NO -> {
          whole = false;
          continue;
        }
        case YES -> {}
      }
      Optional<String> wrong = programs.run(step.undo());
      if (wrong.isPresent()) {
        tell.accept("Failed: taking back: %s: %s.".formatted(step.what(), wrong.get()));
        return Ending.FAILED;
      }
      journal.note(i, Journal.State.UNDONE, clock.instant());
      tell.accept("Taken back: " + step.what());
    }
    return whole ? Ending.DONE : Ending.PARTLY;
  }

  private boolean isWhole() {
    for (int i = 0; i < journal.steps().size(); i++) {
      if (journal.state(i) != Journal.State.DONE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGone(Step step) {
    return step.gone().map(it -> !Files.exists(it, LinkOption.NOFOLLOW_LINKS)).orElse(false);
  }
}
