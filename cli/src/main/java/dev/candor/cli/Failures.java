package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into {@code candor: what. next step.} and an exit status. */
final class Failures implements Thread.UncaughtExceptionHandler {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Says what went wrong and returns the exit status. */
  int report(RuntimeException e) {
    return switch (e) {
      case ParameterException usage -> notDone(usage(usage), e);
      case InputException input -> notDone(sentence(describe(input)), e);
      case UncheckedIOException io -> notDone(sentence(describe(io)), e);
      default -> unexpected(e);
    };
  }

  private static String usage(ParameterException e) {
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return sentence(describe(e))
        + (suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?")
        + " See "
        + e.getCommandLine().getCommandSpec().qualifiedName()
        + " --help.";
  }

  /** Errors that no command expects, such as the end of memory; ends the process. */
  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    int status =
        e instanceof OutOfMemoryError
            ? notDone(
                "Memory ran out. Give it more with CANDOR_JAVA_OPTIONS=-Xmx2g, or scan a part.", e)
            : unexpected(e);
    // Not exit: hooks might need what has just run out.
    Runtime.getRuntime().halt(status);
  }

  /** The status to end with: {@code status}, unless standard output did not take the results. */
  int afterResults(int status) {
    ResultStream out = console.out();
    out.flush();
    return out.failure().isEmpty() || out.readerLeft()
        ? status
        : out.failure().map(this::lostResults).orElse(status);
  }

  private int lostResults(IOException e) {
    return notDone("Standard output does not take the results: " + describe(e) + ".", e);
  }

  private int unexpected(Throwable e) {
    return notDone(
        "Unexpected failure: %s. This is a fault of Candor; report it with what CANDOR_DEBUG=1 shows."
            .formatted(e),
        e);
  }

  private int notDone(String message, Throwable e) {
    PrintWriter messages = console.messages();
    message.lines().map(Visible::of).forEach(new Prefixed(messages)::print);
    if (console.debug()) {
      e.printStackTrace(messages);
    }
    messages.flush();
    return ExitStatus.NOT_DONE;
  }

  /** What a person can make of {@code e}, without the name of a file that the caller names. */
  static String describe(Throwable e) {
    return switch (e) {
      case UncheckedIOException io when io.getCause() != null -> describe(io.getCause());
      case NoSuchFileException missing -> "no such file or folder";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException file -> textOr(file.getReason(), file);
      default -> textOr(e.getMessage(), e);
    };
  }

  private static String textOr(@Nullable String text, Throwable e) {
    return text == null ? e.getClass().getSimpleName() : text;
  }

  private static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }

  /** Puts the program's name before the first line only. */
  private static final class Prefixed {
    private final PrintWriter out;
    private String prefix = "candor: ";

    Prefixed(PrintWriter out) {
      this.out = out;
    }

    void print(String line) {
      out.println(prefix + line);
      prefix = "  ";
    }
  }
}
