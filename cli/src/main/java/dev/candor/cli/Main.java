package dev.candor.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Set;

/** Starts the command line. */
public final class Main {
  private static final Set<String> VERSION = Set.of("--version", "-V");

  private Main() {}

  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    Failures failures = new Failures(console);
    Thread.setDefaultUncaughtExceptionHandler(failures);
    int status = run(console, failures, arguments);
    if (status != ExitStatus.NOTHING_COVERT) {
      // Only then, because it starts the logging system first; returning runs the same hooks.
      System.exit(status);
    }
  }

  /** Runs one command and returns its exit status. */
  static int run(Console console, String... arguments) {
    return run(console, new Failures(console), arguments);
  }

  private static int run(Console console, Failures failures, String... arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      // Without the model of the command line, whose making takes half of the start.
      PrintWriter results = console.results();
      Arrays.stream(Version.lines()).forEach(results::println);
      return failures.afterResults(ExitStatus.NOTHING_COVERT);
    }
    int status;
    try {
      status = Commands.run(Commands.on(console).parseArgs(arguments));
    } catch (RuntimeException e) {
      status = failures.report(e);
    }
    return failures.afterResults(status);
  }
}
