package dev.candor.cli;

import dev.candor.core.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the results of one command go: files, and at most one of them to standard output. */
final class Outputs {
  /**
   * As a file's name, by the convention of POSIX utilities (guideline 13); {@code ./-} is a file.
   */
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Console console;
  private Optional<String> taken = Optional.empty();

  Outputs(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  static boolean isStandardOutput(Path path) {
    return path.equals(STANDARD_OUTPUT);
  }

  /**
   * The place that an option names.
   *
   * @throws InputException if it cannot be written, or is standard output for the second time
   */
  Output at(String option, Path path) {
    if (!isStandardOutput(path)) {
      return new AtomicFile(path);
    }
    take(option);
    return content -> content.accept(console.out());
  }

  /**
   * Says that an option's result goes to standard output.
   *
   * @throws InputException if another one's does
   */
  void take(String option) {
    if (taken.isPresent()) {
      throw new InputException(
          "%s and %s both write to standard output. Name a file for one of them."
              .formatted(taken.get(), option));
    }
    taken = Optional.of(option);
  }

  /** Whether a result goes to standard output that somebody has named. */
  boolean isTaken() {
    return taken.isPresent();
  }
}
