package dev.candor.scan;

import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Stored data that the code around it, or around its variable, decodes. */
final class DecodedData {
  /** Stored data beyond these is passed over and said so: each costs a slice and an evaluation. */
  private static final int MOST_TARGETS = 150;

  /** Twenty letters and three separators, of five bits each. */
  private static final int FEWEST_BITS = 5 * (Entries.FEWEST_LETTERS + Entries.FEWEST - 1);

  /** Methods whose result is never a text or a list. */
  private static final Set<String> GIVE_NO_TEXT =
      Set.of(
          "charCodeAt",
          "codePointAt",
          "indexOf",
          "lastIndexOf",
          "includes",
          "startsWith",
          "endsWith",
          "has",
          "test",
          "search",
          "some",
          "every",
          "findIndex",
          "push");

  /** Methods that give one character of a text. */
  private static final Set<String> CHARACTER = Set.of("charCodeAt", "codePointAt", "charAt", "at");

  private final Evaluator evaluator;
  private final Tokens tokens;
  private final Occurrences occurrences;
  private final Ahead<Long> ahead = new Ahead<>(MOST_TARGETS);

  DecodedData(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.tokens = evaluator.source().tokens();
    this.occurrences = evaluator.source().occurrences();
  }

  /** Evaluates what {@link #report} is likely to ask for. */
  void evaluateAhead(Stored data) {
    ahead.evaluate(data.start(), () -> evaluate(data));
  }

  /** Reports what the code makes of data that search could not read. */
  void report(List<Stored> unread, Sink sink) {
    int evaluated = 0;
    for (Stored data : unread) {
      Optional<Evaluated> result = ahead.get(data.start(), () -> evaluate(data));
      if (result.isEmpty()) {
        continue;
      }
      if (++evaluated > MOST_TARGETS) {
        sink.notSeen(
            evaluator.source().module().name()
                + ": more than "
                + MOST_TARGETS
                + " places decode stored data; the rest was not evaluated");
        return;
      }
      report(data, result.get(), sink);
    }
  }

  private void report(Stored data, Evaluated evaluated, Sink sink) {
    evaluator.noteTrouble(evaluated, sink);
    for (int i = 0; i < evaluated.outcomes().size(); i++) {
      Expressions.Span expression = evaluated.expressions().get(i);
      Optional<Reading.Listed> list =
          evaluator.hiddenList(evaluated.outcomes().get(i), expression, evaluated.program());
      if (list.isPresent()) {
        Source source = evaluator.source();
        sink.recovered(
            evaluator.recovered(list.get(), expression, source.locate(data), source.usesOf(data)));
        return;
      }
    }
  }

  /** Empty where no code decodes the data. */
  private Optional<Evaluated> evaluate(Stored data) {
    boolean hides =
        switch (data.data()) {
          case Stored.Data.Text text -> mayHoldList(text.value());
          case Stored.Data.Numbers numbers -> !isLinear(numbers.values());
          case Stored.Data.Texts texts -> true;
        };
    if (!hides) {
      return Optional.empty();
    }
    List<Expressions.Span> expressions = expressions(data);
    return expressions.isEmpty()
        ? Optional.empty()
        : evaluator.slice(expressions).map(slice -> evaluator.evaluate(slice, expressions));
  }

  /** Whether its characters, told apart, carry enough for the letters of the shortest list. */
  private static boolean mayHoldList(String text) {
    double bits = text.length() * Math.log((double) text.chars().distinct().count()) / Math.log(2);
    return bits >= FEWEST_BITS;
  }

  /**
   * Whether an entry is always the exclusive or of those for the bits of its index, as in the
   * tables of cyclic redundancy checks: such a table is told by its powers of two, and holds no
   * text.
   */
  private static boolean isLinear(long[] table) {
    for (int i = 0; i < table.length; i++) {
      int rest = i & (i - 1);
      if (table[i] != (rest == 0 && i > 0 ? table[i] : table[rest] ^ table[i - rest])) {
        return false;
      }
    }
    return table.length >= 16;
  }

  /**
   * The expressions that may decode the data: around it, around uses of its variable, and functions
   * that use it.
   */
  private List<Expressions.Span> expressions(Stored data) {
    int first = tokens.at((int) data.start());
    int last = Math.max(first, tokens.at((int) data.end()) - 1);
    Set<Expressions.Span> spans = new LinkedHashSet<>();
    Expressions.around(tokens, first, last).stream()
        .filter(span -> !isOneOfMany(last, span))
        .forEach(spans::add);
    List<Integer> places = new ArrayList<>(References.to(tokens, occurrences, data));
    for (int place : places) {
      boolean numbers = data.data() instanceof Stored.Data.Numbers;
      Expressions.around(tokens, place, place).stream()
          .filter(span -> !(numbers && isElement(place, span)) && !isOneOfMany(place, span))
          .forEach(spans::add);
    }
    places.add(first);
    for (int place : places) {
      callOfFunctionAround(place).ifPresent(spans::add);
    }
    return spans.stream().filter(span -> !givesNoText(span)).toList();
  }

  /** {@code name[index]}: one number of a table of numbers. */
  private boolean isElement(int name, Expressions.Span span) {
    return span.first() == name
        && tokens.kind(name + 1) == '['
        && tokens.partner(name + 1) == span.last();
  }

  /**
   * What a variable chooses from the data behind {@code data}: one character or number, and no list
   * comes of it outside the loop that sets the variable. A function within may be such a loop.
   */
  private boolean isOneOfMany(int data, Expressions.Span span) {
    int open =
        tokens.kind(data + 1) == '['
            ? data + 1
            : tokens.kind(data + 1) == '.' && CHARACTER.contains(tokens.source(data + 2))
                ? data + 3
                : -1;
    return (tokens.kind(open) == '[' || tokens.kind(open) == '(')
        && holds(open, tokens.partner(open), Tokens.WORD)
        && !holds(span.first(), span.last(), Tokens.ARROW)
        && !holdsWord(span.first(), span.last(), "function");
  }

  private boolean holdsWord(int first, int last, String word) {
    return IntStream.rangeClosed(first, last).anyMatch(t -> tokens.is(t, word));
  }

  private boolean holds(int first, int last, byte kind) {
    return IntStream.rangeClosed(first, last).anyMatch(t -> tokens.kind(t) == kind);
  }

  private boolean givesNoText(Expressions.Span span) {
    int open = tokens.kind(span.last()) == ')' ? tokens.partner(span.last()) : -1;
    byte before = tokens.kind(open - 2);
    return open > span.first() + 1
        && tokens.kind(open - 1) == Tokens.WORD
        && (before == '.' || before == Tokens.OPTIONAL_DOT)
        && GIVE_NO_TEXT.contains(tokens.source(open - 1));
  }

  /**
   * A call {@code name()} of the function without parameters that {@code token} stands in, if it
   * gives something back.
   */
  private Optional<Expressions.Span> callOfFunctionAround(int token) {
    for (int around = tokens.around(token); around > 0; around = tokens.around(around)) {
      if (tokens.kind(around) != '{' || tokens.kind(around - 1) != ')') {
        continue;
      }
      int parameters = tokens.partner(around - 1);
      if (parameters != around - 2
          || tokens.kind(parameters - 1) != Tokens.WORD
          || !tokens.is(parameters - 2, "function")
          || !holdsWord(around, tokens.partner(around), "return")) {
        continue;
      }
      for (int t : occurrences.sameAs(parameters - 1)) {
        if (tokens.kind(t + 1) == '(' && tokens.kind(t + 2) == ')' && t != parameters - 1) {
          return Optional.of(new Expressions.Span(t, t + 2));
        }
      }
    }
    return Optional.empty();
  }
}
