package dev.candor.scan;

import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
  private static final Set<String> CHARACTER_METHODS =
      Set.of("charCodeAt", "codePointAt", "charAt", "at");

  /** No table of fewer is taken for one of exclusive ors. */
  private static final int FEWEST_LINEAR = 16;

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
    if (!mayHide(data.data())) {
      return Optional.empty();
    }
    List<Expressions.Span> expressions = expressions(data);
    return expressions.isEmpty()
        ? Optional.empty()
        : evaluator.slice(expressions).map(slice -> evaluator.evaluate(slice, expressions));
  }

  private static boolean mayHide(Stored.Data data) {
    return switch (data) {
      case Stored.Data.Text text -> mayHoldList(text.value());
      case Stored.Data.Numbers numbers -> !isLinear(numbers.values());
      case Stored.Data.Texts texts -> true;
    };
  }

  /** Whether its characters, told apart, carry enough for the letters of the shortest list. */
  private static boolean mayHoldList(String text) {
    double bits = text.length() * Math.log((double) text.chars().distinct().count()) / Math.log(2);
    return bits >= FEWEST_BITS;
  }

  /**
   * Whether each entry is the exclusive or of those for the bits of its index, as in the tables of
   * cyclic redundancy checks: the powers of two tell all else, so that it holds no text.
   */
  private static boolean isLinear(long[] table) {
    for (int i = 1; i < table.length; i++) {
      int rest = i & (i - 1);
      if (table[i] != (table[rest] ^ table[i - rest])) {
        return false;
      }
    }
    return table.length >= FEWEST_LINEAR && table[0] == 0;
  }

  /**
   * The expressions that may decode the data: around it, around uses of its variable, and functions
   * that use it.
   */
  private List<Expressions.Span> expressions(Stored data) {
    int first = tokens.at((int) data.start());
    int last = Math.max(first, tokens.at((int) data.end()) - 1);
    List<Integer> uses = References.to(tokens, occurrences, data);
    Set<Expressions.Span> spans = new LinkedHashSet<>();
    addAround(new Expressions.Span(first, last), data.data(), spans);
    uses.forEach(use -> addAround(new Expressions.Span(use, use), data.data(), spans));
    Stream.concat(uses.stream(), Stream.of(first))
        .forEach(place -> callOfFunctionAround(place).ifPresent(spans::add));
    return spans.stream().filter(span -> !givesNoText(span)).toList();
  }

  /**
   * No list comes of one character or number outside of the loop that sets the variable which
   * chooses it. An arrow function around may be such a loop.
   */
  private void addAround(
      Expressions.Span place, Stored.Data data, Set<Expressions.Span> expressions) {
    boolean numbers = data instanceof Stored.Data.Numbers;
    // One of several texts is a whole one, and a constant may have chosen it.
    boolean chosen = !(data instanceof Stored.Data.Texts) && isChosenByVariable(place.last());
    for (Expressions.Span span : Expressions.around(tokens, place.first(), place.last())) {
      if (!(numbers && isElement(place, span)) && !(chosen && !holdsFunction(span))) {
        expressions.add(span);
      }
    }
  }

  /** {@code data[index]}: of numbers, one. */
  private boolean isElement(Expressions.Span data, Expressions.Span span) {
    int open = data.last() + 1;
    return span.first() == data.first()
        && tokens.kind(open) == '['
        && tokens.partner(open) == span.last();
  }

  /** {@code data[i]}, {@code data.charCodeAt(i)}. */
  private boolean isChosenByVariable(int data) {
    boolean method =
        tokens.kind(data + 1) == '.' && CHARACTER_METHODS.contains(tokens.source(data + 2));
    int open = method ? data + 3 : data + 1;
    return tokens.kind(open) == (method ? '(' : '[')
        && holds(open, tokens.partner(open), t -> tokens.kind(t) == Tokens.WORD);
  }

  private boolean holdsFunction(Expressions.Span span) {
    return holds(
        span.first(), span.last(), t -> tokens.kind(t) == Tokens.ARROW || tokens.is(t, "function"));
  }

  private static boolean holds(int first, int last, IntPredicate token) {
    return IntStream.rangeClosed(first, last).anyMatch(token);
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
          || !holds(around, tokens.partner(around), t -> tokens.is(t, "return"))) {
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
