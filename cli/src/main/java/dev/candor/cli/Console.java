package dev.candor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes, and what it may use there. Text is UTF-8 whatever the locale says.
 *
 * @param out results
 * @param err messages and progress
 * @param outIsTerminal whether a person reads the results as they come
 * @param errIsTerminal whether a person reads the messages as they come
 * @param environment the process's environment variables
 */
record Console(
    ResultStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {
  /** Set by the launcher, which can ask without loading a terminal library: {@code out err}. */
  private static final String TERMINALS = "candor.terminals";

  private static final int BUFFER = 1 << 16;
  private static final int DEFAULT_WIDTH = 80;
  private static final int WIDEST = 200;

  /** The process's own. */
  static Console ofProcess() {
    String terminals = System.getProperty(TERMINALS, "");
    return new Console(
        new ResultStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)),
        new FileOutputStream(FileDescriptor.err),
        terminals.contains("out"),
        terminals.contains("err"),
        System.getenv());
  }

  /** Writes to {@link #err}; what cannot be written there is lost. */
  PrintWriter messages() {
    return writer(err);
  }

  /** Writes to {@link #out}. */
  PrintWriter results() {
    return writer(out);
  }

  /** Colours: only for a person, and not when they are turned off (https://no-color.org). */
  boolean colour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Columns, as a shell exports them; 80 where it does not. */
  int width() {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns > 0 ? Math.min(columns, WIDEST) : DEFAULT_WIDTH;
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /** Whether the user wants stack traces. */
  boolean debug() {
    return environment.getOrDefault("CANDOR_DEBUG", "").equals("1");
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
