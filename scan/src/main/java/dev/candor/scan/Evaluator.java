package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.scan.syntax.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts expressions out of one module, with all they need, and has the sandbox evaluate them. */
final class Evaluator {
  private static final int EXPRESSION_SHOWN = 160;

  /** Characters of what is asked; there may be two hundred questions. */
  private static final int REMEMBERED = 20_000;

  private final Source source;
  private final Tokens tokens;
  private final Names names;
  private final Sandbox sandbox;

  /** Code that was bundled twice, and several tables of one decoder, ask the same. */
  private final Map<String, List<Outcome>> known = new HashMap<>();

  Evaluator(Source source, Sandbox sandbox) {
    this.source = source;
    this.tokens = source.tokens();
    this.names = new Names(tokens, source.occurrences());
    this.sandbox = sandbox;
  }

  Source source() {
    return source;
  }

  Names names() {
    return names;
  }

  /** Empty where nothing that {@code expressions} need decodes, or where it is too much. */
  Optional<Slice> slice(List<Expressions.Span> expressions) {
    return Slice.of(tokens, names, source.idioms(), expressions);
  }

  Evaluated evaluate(Slice slice, List<Expressions.Span> expressions) {
    String program = slice.program();
    List<String> guarded = expressions.stream().map(this::guarded).toList();
    String asked = program + guarded;
    List<Outcome> outcomes = known.get(asked);
    if (outcomes == null) {
      outcomes = sandbox.evaluateAll(program, guarded, Sandbox.Bounds.STANDARD);
      if (asked.length() < REMEMBERED) {
        known.put(asked, outcomes);
      }
    }
    return new Evaluated(program, expressions, outcomes);
  }

  /**
   * The expression, but nothing where it gives a record: parsing data that is one hides no list.
   */
  private String guarded(Expressions.Span span) {
    return "(v=>v&&typeof v==='object'&&!(Symbol.iterator in v)?undefined:v)(" + text(span) + ")";
  }

  /**
   * What was stopped, and what the interpreter itself failed at, is not seen; what the artifact's
   * code failed at by itself is no fault.
   */
  void noteTrouble(Evaluated evaluated, Sink sink) {
    for (int i = 0; i < evaluated.outcomes().size(); i++) {
      if (evaluated.outcomes().get(i) instanceof Outcome.Failed failed && isUnseen(failed)) {
        Expressions.Span place = evaluated.expressions().get(i);
        sink.notSeen(
            "%s:%d: a decoder was not evaluated to its end: %s"
                .formatted(
                    source.module().name(), locate(place).range().start(), failed.message()));
        return;
      }
    }
  }

  private static boolean isUnseen(Outcome.Failed failed) {
    return switch (failed.reason()) {
      case TIME, STATEMENTS, MEMORY -> true;
      case ERROR, SYNTAX -> failed.message().startsWith("the interpreter");
    };
  }

  /** The list that an outcome is, unless it can be read in the code already. */
  Optional<Reading.Listed> hiddenList(
      Outcome outcome, Expressions.Span expression, String program) {
    Reading reading =
        switch (outcome) {
          case Outcome.Text text -> Readability.ofText(text.text());
          case Outcome.Lines lines -> Readability.ofEntries(lines.lines());
          case Outcome.Bytes bytes -> Readability.of(List.of(bytes.bytes()));
          case Outcome.Numeric numeric -> Reading.NOISE;
          case Outcome.Nothing nothing -> Reading.NOISE;
          case Outcome.Failed failed -> Reading.NOISE;
        };
    return reading instanceof Reading.Listed list
            && !Visibility.isVisible(list.entries(), program + text(expression))
        ? Optional.of(list)
        : Optional.empty();
  }

  Recovered recovered(
      Reading.Listed list, Expressions.Span expression, Location place, List<Location> uses) {
    return new Recovered(
        List.of("function"),
        list,
        new Recovery.Evaluated(locate(expression), shown(expression)),
        place,
        uses);
  }

  String text(Expressions.Span span) {
    return tokens.source(span.first(), span.last());
  }

  private String shown(Expressions.Span span) {
    String text = text(span);
    return text.length() <= EXPRESSION_SHOWN ? text : text.substring(0, EXPRESSION_SHOWN) + "…";
  }

  Location locate(Expressions.Span span) {
    return source.locate(span.first(), span.last());
  }
}
