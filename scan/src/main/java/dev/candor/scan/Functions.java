package dev.candor.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the functions of a module that compute on characters, and where they are called with
 * constants.
 */
final class Functions {
  private static final int LARGEST_BODY = 4_000;
  private static final int MOST_SITES = 3_000;
  private static final int WRAPPER_BODY = 40;

  private static final int FUNCTION = Tokens.hash("function");

  private Functions() {}

  /**
   * @param name token of the name it is declared or assigned with
   * @param first first token of the function
   * @param last its last token
   */
  record Function(int name, int first, int last) {}

  /** Named functions whose body holds an idiom of decoding, in the order of the text. */
  static List<Function> decoders(Tokens tokens) {
    List<Function> found = new ArrayList<>();
    for (int t = 0; t < tokens.count; t++) {
      int name = nameOfFunction(tokens, t);
      if (name < 0) {
        continue;
      }
      int last = tokens.is(t, "function") ? endOfFunction(tokens, t) : Expressions.end(tokens, t);
      if (last > t && last - t < LARGEST_BODY && Idioms.in(tokens, t, last)) {
        found.add(new Function(name, t, last));
      }
    }
    return found;
  }

  /** Short functions that do little more than call one of {@code called}. */
  static List<Function> wrappers(Tokens tokens, List<Function> called) {
    Set<Integer> hashes = new HashSet<>();
    called.forEach(f -> hashes.add(tokens.hash(f.name())));
    List<Function> found = new ArrayList<>();
    for (int t = 0; t < tokens.count; t++) {
      int name = nameOfFunction(tokens, t);
      int last =
          name < 0
              ? -1
              : tokens.is(t, "function") ? endOfFunction(tokens, t) : Expressions.end(tokens, t);
      if (last > t && last - t < WRAPPER_BODY && callsOneOf(tokens, t, last, hashes)) {
        found.add(new Function(name, t, last));
      }
    }
    return found;
  }

  private static boolean callsOneOf(Tokens tokens, int first, int last, Set<Integer> hashes) {
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
   */
  static Map<Function, List<Expressions.Span>> constantCalls(
      Tokens tokens, Names names, List<Function> functions) {
    Map<Integer, List<Function>> byHash =
        functions.stream().collect(Collectors.groupingBy(f -> tokens.hash(f.name())));
    Map<Function, List<Expressions.Span>> calls = new LinkedHashMap<>();
    for (int t = 0; t + 2 < tokens.count; t++) {
      if (tokens.kind(t + 1) != '(' || tokens.kind(t) != Tokens.WORD) {
        continue;
      }
      List<Function> named = byHash.getOrDefault(tokens.hash(t), List.of());
      int close = named.isEmpty() ? -1 : tokens.partner(t + 1);
      if (close > t + 2 && isCallee(tokens, t) && isConstant(tokens, t + 2, close - 1)) {
        int name = names.resolve(t).map(Names.Definition::name).orElse(-1);
        for (Function function : named) {
          if (function.name() == name && (t < function.first() || t > function.last())) {
            calls
                .computeIfAbsent(function, f -> new ArrayList<>())
                .add(new Expressions.Span(t, close));
          }
        }
      }
    }
    calls.replaceAll((f, spans) -> spans.subList(0, Math.min(spans.size(), MOST_SITES)));
    return calls;
  }

  private static boolean isCallee(Tokens tokens, int t) {
    return tokens.kind(t - 1) != '.' && tokens.hash(t - 1) != FUNCTION;
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
