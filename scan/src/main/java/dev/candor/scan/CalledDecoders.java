package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions that decode and are called with constants: each call gives an entry, or a list. */
final class CalledDecoders {
  private static final int MOST_DECODERS = 60;
  private static final int FEWEST_CALLS = 3;

  /** So many strings that one function decodes, each in a call of its own, are one table. */
  private static final int MANY_CALLS = 12;

  private static final int MOST_PLACES = 20;

  private final Evaluator evaluator;
  private final Tokens tokens;
  private final List<Stored> stored;
  private final List<List<Expressions.Span>> callsByFunction;
  private final Ahead<Expressions.Span> ahead = new Ahead<>(MOST_DECODERS);

  /**
   * @param stored all stored data of the module
   */
  CalledDecoders(Evaluator evaluator, DecodingCode code, List<Stored> stored) {
    this.evaluator = evaluator;
    this.stored = stored;
    this.tokens = evaluator.source().tokens();
    this.callsByFunction =
        List.copyOf(
            Functions.constantCalls(tokens, evaluator.names(), code.functions(), this::areWorth)
                .values());
  }

  /**
   * Evaluates what {@link #report} will ask for.
   *
   * @param readAt as there
   */
  void evaluateAhead(Set<Long> readAt) {
    callsByFunction.stream()
        .filter(calls -> areWorth(unread(calls, readAt)))
        .limit(MOST_DECODERS)
        .forEach(calls -> ahead.evaluate(calls.getFirst(), () -> evaluate(calls)));
  }

  /**
   * Reports what the functions give.
   *
   * @param readAt where literals begin that search could read: calls with those are left out
   */
  void report(Set<Long> readAt, Sink sink) {
    int evaluated = 0;
    for (List<Expressions.Span> all : callsByFunction) {
      List<Expressions.Span> calls = unread(all, readAt);
      if (!areWorth(calls)) {
        continue;
      }
      if (++evaluated > MOST_DECODERS) {
        sink.notSeen(
            evaluator.source().module().name()
                + ": more than "
                + MOST_DECODERS
                + " decoding functions are called with constants; the rest was not evaluated");
        return;
      }
      ahead
          .get(all.getFirst(), () -> evaluate(all))
          .ifPresent(e -> report(e, Set.copyOf(calls), sink));
    }
  }

  private List<Expressions.Span> unread(List<Expressions.Span> calls, Set<Long> readAt) {
    return calls.stream().filter(call -> !isRead(call, readAt)).toList();
  }

  private Optional<Evaluated> evaluate(List<Expressions.Span> calls) {
    return evaluator
        .slice(List.of(calls.getFirst()))
        .filter(slice ->
            calls.stream().anyMatch(this::givesText) || stored.stream().anyMatch(slice::holds))
        .map(slice -> evaluator.evaluate(slice, calls));
  }

  /** Several different constants, or a long one. */
  private boolean areWorth(List<Expressions.Span> calls) {
    return calls.stream().anyMatch(this::isLong)
        || calls.stream().filter(this::carriesData).map(evaluator::text).distinct().count()
            >= FEWEST_CALLS;
  }

  private boolean isRead(Expressions.Span call, Set<Long> readAt) {
    for (int t = call.first(); t <= call.last(); t++) {
      if (tokens.kind(t) == Tokens.STRING && readAt.contains((long) tokens.start(t))) {
        return true;
      }
    }
    return false;
  }

  /** A number may be an index into a table; a character or two is a separator. */
  private boolean carriesData(Expressions.Span call) {
    byte argument = tokens.kind(call.first() + 2);
    return argument != Tokens.STRING && argument != Tokens.TEMPLATE
        || tokens.end(call.first() + 2) - tokens.start(call.first() + 2) >= 6;
  }

  /** What is called with numbers alone has its text elsewhere. */
  private boolean givesText(Expressions.Span call) {
    for (int t = call.first(); t <= call.last(); t++) {
      if (tokens.kind(t) == Tokens.STRING || tokens.kind(t) == Tokens.TEMPLATE) {
        return true;
      }
    }
    return false;
  }

  private boolean isLong(Expressions.Span call) {
    return tokens.end(call.last()) - tokens.start(call.first()) > 60;
  }

  private void report(Evaluated evaluated, Set<Expressions.Span> calls, Sink sink) {
    evaluator.noteTrouble(evaluated, sink);
    Map<Expressions.Span, Outcome> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < evaluated.expressions().size(); i++) {
      if (calls.contains(evaluated.expressions().get(i))) {
        outcomes.put(evaluated.expressions().get(i), evaluated.outcomes().get(i));
      }
    }
    List<Expressions.Span> texts = new ArrayList<>();
    Set<String> entries = new LinkedHashSet<>();
    outcomes.forEach((call, outcome) -> {
      if (outcome instanceof Outcome.Text(String text)
          && !text.isBlank()
          && Readability.isText(text)) {
        texts.add(call);
        entries.add(text);
      }
    });
    String visible =
        evaluated.program()
            + String.join("\n", outcomes.keySet().stream().map(evaluator::text).toList());
    if (entries.size() >= MANY_CALLS && !Visibility.isVisible(List.copyOf(entries), visible)) {
      // A program that decodes its strings one by one hides a single thing.
      table(List.copyOf(entries), texts, sink);
      return;
    }
    outcomes.forEach((call, outcome) -> {
      Optional<Reading.Listed> list = evaluator.hiddenList(outcome, call, evaluated.program());
      if (list.isPresent()) {
        sink.recovered(evaluator.recovered(list.get(), call, evaluator.locate(call), List.of()));
        texts.remove(call);
        if (outcome instanceof Outcome.Text(String text)) {
          entries.remove(text);
        }
      }
    });
    if (texts.size() >= FEWEST_CALLS
        && Readability.ofEntries(List.copyOf(entries)) instanceof Reading.Listed list
        && !Visibility.isVisible(list.entries(), visible)) {
      table(list.entries(), texts, sink);
    }
  }

  private void table(List<String> entries, List<Expressions.Span> calls, Sink sink) {
    String text = String.join("\n", entries);
    List<Location> others =
        calls.stream().skip(1).limit(MOST_PLACES).map(evaluator::locate).toList();
    sink.recovered(
        evaluator.recovered(
            new Reading.Listed(entries, Readability.score(text), text),
            calls.getFirst(),
            evaluator.locate(calls.getFirst()),
            others));
  }
}
