package dev.candor.scan;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what search could not, by letting the artifact's own code decode it: the expressions around
 * stored data, and the calls of decoding functions with constants, are cut out with all they need
 * and evaluated in the {@link Sandbox}.
 */
final class Evaluation {
  /** Stored data beyond these is passed over and said so: each costs a slice and an evaluation. */
  private static final int MOST_TARGETS = 150;

  private static final int MOST_DECODERS = 60;
  private static final int FEWEST_CALLS = 3;

  /** So many strings that one function decodes, each in a call of its own, are one table. */
  private static final int MANY_CALLS = 12;

  private static final int MOST_PLACES = 20;
  private static final int EXPRESSION_SHOWN = 160;

  private final Source source;
  private final Tokens tokens;
  private final Names names;
  private final DecodingCode code;
  private final Sandbox sandbox;
  private final Sink sink;

  private Evaluation(Source source, DecodingCode code, Sandbox sandbox, Sink sink) {
    this.source = source;
    this.tokens = source.tokens();
    this.names = new Names(tokens, source.occurrences());
    this.code = code;
    this.sandbox = sandbox;
    this.sink = sink;
  }

  /**
   * @param unread literals that search could not read
   * @param readAt where those that it could read begin
   */
  static void run(
      Source source,
      DecodingCode code,
      List<Stored> unread,
      Set<Long> readAt,
      Sandbox sandbox,
      Sink sink) {
    Evaluation evaluation = new Evaluation(source, code, sandbox, sink);
    evaluation.decoders(readAt);
    evaluation.stored(unread);
  }

  /** Functions called with constants: each call gives an entry, or a list. */
  private void decoders(Set<Long> readAt) {
    int evaluated = 0;
    for (List<Expressions.Span> all :
        Functions.constantCalls(tokens, names, code.functions()).values()) {
      List<Expressions.Span> calls = all.stream().filter(call -> !isRead(call, readAt)).toList();
      if (calls.stream().filter(this::carriesData).count() >= FEWEST_CALLS
          || calls.stream().anyMatch(this::isLong)) {
        if (++evaluated > MOST_DECODERS) {
          sink.notSeen(
              source.module().name()
                  + ": more than "
                  + MOST_DECODERS
                  + " decoding functions are called with constants; the rest was not evaluated");
          return;
        }
        decode(calls);
      }
    }
  }

  private boolean isRead(Expressions.Span call, Set<Long> readAt) {
    for (int t = call.first(); t <= call.last(); t++) {
      if (tokens.kind(t) == Tokens.STRING && readAt.contains((long) tokens.start[t])) {
        return true;
      }
    }
    return false;
  }

  /** A number may be an index into a table; a character or two is a separator. */
  private boolean carriesData(Expressions.Span call) {
    byte argument = tokens.kind(call.first() + 2);
    return argument != Tokens.STRING && argument != Tokens.TEMPLATE
        || tokens.end[call.first() + 2] - tokens.start[call.first() + 2] >= 6;
  }

  private boolean isLong(Expressions.Span call) {
    return tokens.end[call.last()] - tokens.start[call.first()] > 60;
  }

  private void decode(List<Expressions.Span> calls) {
    Optional<Slice> slice = Slice.of(tokens, names, List.of(calls.getFirst()));
    if (slice.isEmpty()) {
      return;
    }
    String program = slice.get().program();
    List<Outcome> outcomes =
        sandbox.evaluateAll(
            program, calls.stream().map(this::guarded).toList(), Sandbox.Bounds.STANDARD);
    noteTrouble(outcomes);
    List<Expressions.Span> texts = new ArrayList<>();
    Set<String> entries = new LinkedHashSet<>();
    for (int i = 0; i < calls.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Text text
          && !text.text().isBlank()
          && Readability.isText(text.text())) {
        texts.add(calls.get(i));
        entries.add(text.text());
      }
    }
    String visible = program + String.join("\n", calls.stream().map(this::text).toList());
    if (entries.size() >= MANY_CALLS && !Visibility.isVisible(List.copyOf(entries), visible)) {
      // A program that decodes its strings one by one hides a single thing.
      table(List.copyOf(entries), texts);
      return;
    }
    for (int i = 0; i < calls.size(); i++) {
      if (report(outcomes.get(i), calls.get(i), program)) {
        texts.remove(calls.get(i));
        if (outcomes.get(i) instanceof Outcome.Text text) {
          entries.remove(text.text());
        }
      }
    }
    if (texts.size() >= FEWEST_CALLS
        && Readability.ofEntries(List.copyOf(entries)) instanceof Reading.Listed list
        && !Visibility.isVisible(list.entries(), visible)) {
      table(list.entries(), texts);
    }
  }

  private void table(List<String> entries, List<Expressions.Span> calls) {
    String text = String.join("\n", entries);
    sink.recovered(
        new Recovered(
            List.of("function"),
            new Reading.Listed(entries, Readability.score(text), text),
            new Recovery.Evaluated(locate(calls.getFirst()), shown(calls.getFirst())),
            locate(calls.getFirst()),
            calls.stream().skip(1).limit(MOST_PLACES).map(this::locate).toList()));
  }

  private void stored(List<Stored> unread) {
    int evaluated = 0;
    for (Stored data : unread) {
      if (!code.isNear(data)) {
        continue;
      }
      List<Expressions.Span> expressions = expressions(data);
      if (expressions.isEmpty()) {
        continue;
      }
      Optional<Slice> slice = Slice.of(tokens, names, expressions);
      if (slice.isEmpty()) {
        continue;
      }
      if (++evaluated > MOST_TARGETS) {
        sink.notSeen(
            source.module().name()
                + ": more than "
                + MOST_TARGETS
                + " places decode stored data; the rest was not evaluated");
        return;
      }
      evaluate(data, expressions, slice.get().program());
    }
  }

  /**
   * What the interpreter itself failed at is not seen; what the artifact's code failed at is no
   * fault.
   */
  private void noteTrouble(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Failed failed
          && failed.message().startsWith("the interpreter")) {
        sink.notSeen(source.module().name() + ": a decoder was not evaluated: " + failed.message());
        return;
      }
    }
  }

  private void evaluate(Stored data, List<Expressions.Span> expressions, String program) {
    List<Outcome> outcomes =
        sandbox.evaluateAll(
            program, expressions.stream().map(this::guarded).toList(), Sandbox.Bounds.STANDARD);
    noteTrouble(outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      Optional<Reading.Listed> list = listed(outcomes.get(i));
      String visible = program + text(expressions.get(i));
      if (list.isPresent() && !Visibility.isVisible(list.get().entries(), visible)) {
        sink.recovered(
            new Recovered(
                List.of("function"),
                list.get(),
                new Recovery.Evaluated(locate(expressions.get(i)), shown(expressions.get(i))),
                source.locate(data),
                source.usesOf(data)));
        return;
      }
    }
  }

  /**
   * The expressions that may decode the data: around it, around uses of its variable, and functions
   * that use it.
   */
  private List<Expressions.Span> expressions(Stored data) {
    int first = tokens.at((int) data.start());
    int last = Math.max(first, tokens.at((int) data.end()) - 1);
    Set<Expressions.Span> spans = new LinkedHashSet<>(Expressions.around(tokens, first, last));
    List<Integer> places = new ArrayList<>(References.to(tokens, source.occurrences(), data));
    places.forEach(t -> spans.addAll(Expressions.around(tokens, t, t)));
    places.add(first);
    for (int place : places) {
      callOfFunctionAround(place).ifPresent(spans::add);
    }
    return List.copyOf(spans);
  }

  /** A call {@code name()} of the function without parameters that {@code token} stands in. */
  private Optional<Expressions.Span> callOfFunctionAround(int token) {
    for (int around = tokens.around(token); around > 0; around = tokens.around(around)) {
      if (tokens.kind(around) != '{' || tokens.kind(around - 1) != ')') {
        continue;
      }
      int parameters = tokens.partner(around - 1);
      if (parameters != around - 2
          || tokens.kind(parameters - 1) != Tokens.WORD
          || !tokens.is(parameters - 2, "function")) {
        continue;
      }
      for (int t : source.occurrences().sameAs(parameters - 1)) {
        if (tokens.kind(t + 1) == '(' && tokens.kind(t + 2) == ')' && t != parameters - 1) {
          return Optional.of(new Expressions.Span(t, t + 2));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Reading.Listed> listed(Outcome outcome) {
    Reading reading =
        switch (outcome) {
          case Outcome.Text text -> Readability.ofText(text.text());
          case Outcome.Lines lines -> Readability.ofEntries(lines.lines());
          case Outcome.Bytes bytes -> Readability.of(List.of(bytes.bytes()));
          case Outcome.Numeric numeric -> Reading.NOISE;
          case Outcome.Nothing nothing -> Reading.NOISE;
          case Outcome.Failed failed -> Reading.NOISE;
        };
    return reading instanceof Reading.Listed list ? Optional.of(list) : Optional.empty();
  }

  /** Reports the outcome of one call where it is a list by itself. */
  private boolean report(Outcome outcome, Expressions.Span call, String program) {
    Optional<Reading.Listed> list =
        listed(outcome).filter(l -> !Visibility.isVisible(l.entries(), program + text(call)));
    list.ifPresent(l ->
        sink.recovered(
            new Recovered(
                List.of("function"),
                l,
                new Recovery.Evaluated(locate(call), shown(call)),
                locate(call),
                List.of())));
    return list.isPresent();
  }

  /**
   * The expression, but nothing where it gives a record: parsing data that is one hides no list.
   */
  private String guarded(Expressions.Span span) {
    return "(v=>v&&typeof v==='object'&&!(Symbol.iterator in v)?undefined:v)(" + text(span) + ")";
  }

  private String text(Expressions.Span span) {
    return tokens.source(span.first(), span.last());
  }

  private String shown(Expressions.Span span) {
    String source = text(span);
    return source.length() <= EXPRESSION_SHOWN
        ? source
        : source.substring(0, EXPRESSION_SHOWN) + "…";
  }

  private Location locate(Expressions.Span span) {
    return source.locate(span.first(), span.last());
  }
}
