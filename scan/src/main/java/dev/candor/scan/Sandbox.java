package dev.candor.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Evaluates small slices of hostile JavaScript: a decoder, the constants that it uses, and an
 * expression. The code sees ECMAScript and a few of Node's pure functions (Buffer, zlib, ciphers
 * and hashes, text decoding); it sees no file, network, clock, environment or Java class. Date and
 * Math.random answer the same on every run. Nothing remains from one call to the next.
 *
 * <p>The interpreter works in a process of its own, which is killed when a slice cannot be stopped
 * otherwise, and started on first use; {@link #warmUp} starts it earlier, beside other work. Safe
 * for use by many threads, one slice at a time. {@code docs/adr/0003-interpreter-sandbox.md} says
 * why.
 */
final class Sandbox implements AutoCloseable {
  /** Fresh starts after expressions that used up their bounds. */
  private static final int RESTARTS = 3;

  /** All expressions of one call together may take this many times the bound for one. */
  private static final int TOTAL_TIME_FACTOR = 10;

  private final SandboxProcess process = new SandboxProcess();

  /**
   * What one evaluation may use; running the program counts as one, each expression as one more.
   *
   * @param statements JavaScript statements
   * @param bytes memory allocated, whether or not it is freed again
   * @param time wall time
   */
  record Bounds(long statements, long bytes, Duration time) {
    /** RC4 written in JavaScript over 100 kB takes 0.8 million statements and 100 MB (2026-11). */
    static final Bounds STANDARD = new Bounds(20_000_000, 1L << 30, Duration.ofSeconds(2));
  }

  /** The value of the program's last expression statement; what it resolves to if a promise. */
  Outcome evaluate(String program, Bounds bounds) {
    return process.ask(new SandboxRequest(program, List.of(), bounds, bounds.time())).last();
  }

  /**
   * Runs the program once, then each expression in turn in its scope. A program that throws keeps
   * what it had declared by then, and the expressions are tried; one that cannot be parsed or that
   * uses up its bounds fails them all. After an expression that uses up its bounds the program is
   * run anew, three times at most; then the rest fails for the same reason. So does what is left
   * when all took ten times the time for one.
   *
   * @return as many outcomes as expressions, in their order
   */
  List<Outcome> evaluateAll(String program, List<String> expressions, Bounds bounds) {
    List<Outcome> outcomes = new ArrayList<>();
    long end = System.nanoTime() + bounds.time().toNanos() * TOTAL_TIME_FACTOR;
    for (int start = 0; outcomes.size() < expressions.size(); start++) {
      List<String> rest = expressions.subList(outcomes.size(), expressions.size());
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      SandboxReply reply = process.ask(new SandboxRequest(program, rest, bounds, left));
      outcomes.addAll(reply.answers());
      if (reply.answers().isEmpty() || start == RESTARTS || System.nanoTime() >= end) {
        outcomes.addAll(Collections.nCopies(expressions.size() - outcomes.size(), reply.last()));
      }
    }
    return List.copyOf(outcomes);
  }

  /** Starts the interpreter, so that the first evaluation need not. Returns when it answers. */
  void warmUp() {
    evaluate(
        "[...Buffer.from('aGk=', 'base64')].map(c => String.fromCharCode(c))", Bounds.STANDARD);
  }

  /** Ends the interpreter. */
  @Override
  public void close() {
    process.close();
  }
}
