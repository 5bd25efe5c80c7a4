package dev.candor.scan;

import dev.candor.scan.syntax.NameSet;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the functions of a module that compute on characters, and where they are called with
 * constants.
 */
final class Functions {
  private static final int LARGEST_BODY = 4_000;
  private static final int MOST_SITES = 3_000;
  private static final int WRAPPER_BODY = 40;

  static final int FUNCTION = Tokens.hash("function");

  private Functions() {}

  /**
   * @param name token of the name it is declared or assigned with
   * @param first first token of the function
   * @param last its last token
   */
  record Function(int name, int first, int last) {}

  /** A function, and the tokens between which its name can be seen. */
  private record Callable(Function function, int from, int to) {
    static Callable of(Function function, Tokens tokens, Names names) {
      int scope = names.scopeOf(function.name());
      return new Callable(function, Math.max(-1, scope), tokens.endOfInside(scope));
    }

    /** Calls that a function makes of itself do not count. */
    boolean isSeenFrom(int call) {
      return call > from && call < to && (call < function.first() || call > function.last());
    }
  }

  /** All functions that have a name, in the order of the text. */
  static List<Function> named(Tokens tokens) {
    List<Function> found = new ArrayList<>();
    for (int t = 0; t < tokens.count(); t++) {
      int name = nameOfFunction(tokens, t);
      if (name < 0) {
        continue;
      }
      int last = tokens.is(t, "function") ? endOfFunction(tokens, t) : Expressions.end(tokens, t);
      if (last > t && last - t < LARGEST_BODY) {
        found.add(new Function(name, t, last));
      }
    }
    return found;
  }

  /** Those of the functions {@code named} whose body holds an idiom of decoding. */
  static List<Function> decoders(List<Function> named, Idioms idioms) {
    return named.stream().filter(f -> idioms.isBetween(f.first(), f.last())).toList();
  }

  /** Those of the functions {@code named} that do little more than call one of {@code called}. */
  static List<Function> wrappers(Tokens tokens, List<Function> named, List<Function> called) {
    NameSet hashes = names(tokens, called);
    return named.stream()
        .filter(f -> f.last() - f.first() < WRAPPER_BODY)
        .filter(f -> callsOneOf(tokens, f.first(), f.last(), hashes))
        .toList();
  }

  static NameSet names(Tokens tokens, List<Function> functions) {
    return new NameSet(
        functions.stream().map(f -> tokens.hash(f.name())).collect(Collectors.toSet()));
  }

  private static boolean callsOneOf(Tokens tokens, int first, int last, NameSet hashes) {
    for (int t = first + 2; t < last; t++) {
      if (tokens.kind(t) == Tokens.WORD
          && tokens.kind(t + 1) == '('
          && hashes.contains(tokens.hash(t))) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code function name(}, {@code name = function(}, {@code name = (a, b) =>}, {@code name = a
   * =>}; else -1.
   */
  private static int nameOfFunction(Tokens tokens, int t) {
    byte kind = tokens.kind(t);
    if (kind != Tokens.WORD && kind != '(') {
      return -1;
    }
    if (kind == Tokens.WORD && tokens.hash(t) == FUNCTION && tokens.is(t, "function")) {
      if (tokens.kind(t + 1) == Tokens.WORD) {
        return t + 1;
      }
      return assignedTo(tokens, t);
    }
    if (tokens.kind(t) == '('
        && tokens.kind(t - 1) == '='
        && tokens.partner(t) > t
        && tokens.kind(tokens.partner(t) + 1) == Tokens.ARROW) {
      return assignedTo(tokens, t);
    }
    if (tokens.kind(t) == Tokens.WORD
        && tokens.kind(t - 1) == '='
        && tokens.kind(t + 1) == Tokens.ARROW) {
      return assignedTo(tokens, t);
    }
    return -1;
  }

  private static int assignedTo(Tokens tokens, int t) {
    return tokens.kind(t - 1) == '='
            && tokens.kind(t - 2) == Tokens.WORD
            && tokens.kind(t - 3) != '.'
        ? t - 2
        : -1;
  }

  private static int endOfFunction(Tokens tokens, int function) {
    int parameters = tokens.kind(function + 1) == '(' ? function + 1 : function + 2;
    int close = tokens.kind(parameters) == '(' ? tokens.partner(parameters) : -1;
    return close > 0 && tokens.kind(close + 1) == '{' ? tokens.partner(close + 1) : -1;
  }

  /**
   * Calls with constants alone of each function given, outside the function itself, in one walk.
   *
   * @param worth says whether calls are worth finding out whose they are, which takes longer
   */
  static Map<Function, List<Expressions.Span>> constantCalls(
      Tokens tokens,
      Names names,
      List<Function> functions,
      Predicate<List<Expressions.Span>> worth) {
    Map<Integer, List<Callable>> byHash =
        functions.stream()
            .map(f -> Callable.of(f, tokens, names))
            .collect(Collectors.groupingBy(c -> tokens.hash(c.function().name())));
    NameSet called = names(tokens, functions);
    Map<Integer, List<Expressions.Span>> callsByHash = new LinkedHashMap<>();
    for (int t = 0; t + 2 < tokens.count(); t++) {
      if (tokens.kind(t + 1) != '('
          || tokens.kind(t) != Tokens.WORD
          || !called.contains(tokens.hash(t))) {
        continue;
      }
      int close = tokens.partner(t + 1);
      int call = t;
      if (close > t + 2
          && isCallee(tokens, t)
          && isConstant(tokens, t + 2, close - 1)
          && byHash.getOrDefault(tokens.hash(t), List.of()).stream()
              .anyMatch(c -> c.isSeenFrom(call))) {
        callsByHash
            .computeIfAbsent(tokens.hash(t), h -> new ArrayList<>())
            .add(new Expressions.Span(t, close));
      }
    }
    Map<Function, List<Expressions.Span>> calls = new LinkedHashMap<>();
    callsByHash.forEach((hash, spans) -> {
      if (worth.test(spans)) {
        for (Expressions.Span span : spans) {
          int name = names.resolve(span.first()).map(Names.Definition::name).orElse(-1);
          for (Callable callable : byHash.getOrDefault(hash, List.of())) {
            if (callable.function().name() == name && callable.isSeenFrom(span.first())) {
              calls.computeIfAbsent(callable.function(), f -> new ArrayList<>()).add(span);
            }
          }
        }
      }
    });
    calls.replaceAll((f, spans) -> spans.subList(0, Math.min(spans.size(), MOST_SITES)));
    return calls;
  }

  private static boolean isCallee(Tokens tokens, int t) {
    return tokens.kind(t - 1) != '.' && !tokens.is(t - 1, "function");
  }

  /** Literals, arrays of literals, and arithmetic on them. */
  private static boolean isConstant(Tokens tokens, int first, int last) {
    boolean literal = false;
    for (int t = first; t <= last; t++) {
      switch (tokens.kind(t)) {
        case Tokens.STRING, Tokens.NUMBER, Tokens.TEMPLATE -> literal = true;
        case ',', '[', ']', '-', '+', '*', '(', ')', '!' -> {}
        default -> {
          return false;
        }
      }
    }
    return literal;
  }
}
