package dev.candor.scan;

import dev.candor.artifact.Language;
import dev.candor.scan.rewrite.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Reads a module whose names and strings its own functions decode as if they stood in the code. */
final class Unveiling implements Plain.Decoders {
  /** Longer text costs more than it is worth. */
  private static final int LONGEST = 12 << 20;

  /** Calls of one evaluation: of a decoder that does not end, only the first is waited for. */
  private static final int FIRST = 8;

  private static final int NEXT = 500;
  private static final int MOST_CALLS = 60_000;

  private static final Sandbox.Bounds BOUNDS =
      new Sandbox.Bounds(50_000_000, 2L << 30, Duration.ofSeconds(5));

  /** After so many functions of a module that did not end in time, no more are run. */
  private static final int MOST_STOPPED = 2;

  private static final int AT_ONCE = 4;

  /** Of all that is run for a module; what is not decoded then stays as it is. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

  private final Sandbox sandbox;
  private final LongSupplier clock;
  private final long begun;
  private final Set<String> notSeen = new LinkedHashSet<>();
  private int stopped;

  private Unveiling(Sandbox sandbox, LongSupplier clock) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.begun = clock.getAsLong();
  }

  /** The module as it is to be followed: itself where there is nothing to unveil. */
  static Unveiled of(Source source, Sandbox sandbox) {
    return of(source, sandbox, System::nanoTime);
  }

  /**
   * @param clock nanoseconds from any beginning
   */
  static Unveiled of(Source source, Sandbox sandbox, LongSupplier clock) {
    Computed computed = source.idioms().computed();
    if (source.module().language() != Language.JAVASCRIPT || !computed.isVeiled()) {
      return Unveiled.same(source, List.of());
    }
    if (source.tokens().text().length > LONGEST) {
      return Unveiled.same(
          source,
          computed.isKeyed()
              ? List.of("names of members are strings: too much code to write it plainly")
              : List.of());
    }
    Unveiling unveiling = new Unveiling(sandbox, clock);
    Optional<Plain.Text> plain =
        Plain.of(source.tokens(), source.occurrences(), computed.isKeyed(), unveiling);
    if (plain.filter(text -> !text.complete()).isPresent()) {
      unveiling.notSeen.add("too many functions decode its strings; some were not run");
    }
    List<String> notSeen = List.copyOf(unveiling.notSeen);
    return plain
        .map(text -> new Unveiled(read(source, text), text.decoders(), notSeen))
        .orElse(Unveiled.same(source, notSeen));
  }

  private static Source read(Source source, Plain.Text text) {
    return new Source(
        source.module(),
        text.tokens(),
        text.occurrences(),
        Idioms.of(text.tokens()),
        text.offsets());
  }

  @Override
  public List<Optional<String>> evaluate(String program, String function, List<String> arguments) {
    if (stopped >= MOST_STOPPED) {
      return List.of();
    }
    if (arguments.size() > MOST_CALLS) {
      notSeen.add("a function decodes more than " + MOST_CALLS + " strings; the rest was not run");
    }
    List<String> asked = arguments.subList(0, Math.min(MOST_CALLS, arguments.size()));
    List<Optional<String>> given =
        new ArrayList<>(ask(program, function, asked.subList(0, Math.min(FIRST, asked.size()))));
    if (given.stream().anyMatch(Optional::isPresent) && asked.size() > FIRST) {
      given.addAll(ask(program, function, asked.subList(FIRST, asked.size())));
    }
    return given;
  }

  private List<Optional<String>> ask(String program, String function, List<String> arguments) {
    List<String> expressions = new ArrayList<>();
    for (int from = 0; from < arguments.size(); from += NEXT) {
      List<String> some = arguments.subList(from, Math.min(arguments.size(), from + NEXT));
      expressions.add(SealedCalls.expression(function, some));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < expressions.size(); from += AT_ONCE) {
      List<String> some = expressions.subList(from, Math.min(expressions.size(), from + AT_ONCE));
      if (clock.getAsLong() - begun > LONGEST_RUN.toNanos()) {
        notSeen.add("decoding its strings takes longer than " + LONGEST_RUN.toSeconds() + " s");
        some.forEach(left -> outcomes.add(new Outcome.Nothing()));
      } else {
        outcomes.addAll(sandbox.evaluateAll(SealedCalls.sealed(program), some, BOUNDS));
      }
    }
    List<Optional<String>> texts = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Failed(Outcome.Reason reason, String message)
          && reason != Outcome.Reason.ERROR
          && reason != Outcome.Reason.SYNTAX) {
        stopped++;
        notSeen.add("a function that decodes its strings was not run to its end: " + message);
      }
      int count = Math.min(NEXT, arguments.size() - i * NEXT);
      texts.addAll(SealedCalls.texts(outcomes.get(i), count));
    }
    return texts;
  }
}
