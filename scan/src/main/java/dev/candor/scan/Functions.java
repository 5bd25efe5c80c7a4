package dev.candor.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the functions of a module that compute on characters, and where they are called with
 * constants.
 */
final class Functions {
  private static final int LARGEST_BODY = 4_000;
  private static final int MOST_SITES = 3_000;
  private static final int WRAPPER_BODY = 40;

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
    java.util.Set<Integer> hashes = new java.util.HashSet<>();
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

  private static boolean callsOneOf(
      Tokens tokens, int first, int last, java.util.Set<Integer> hashes) {
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
    if (tokens.is(t, "function")) {
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

  /** Calls of the function with constants alone, outside the function itself. */
  static List<Expressions.Span> constantCalls(Tokens tokens, Names names, Function function) {
    List<Expressions.Span> calls = new ArrayList<>();
    for (int t : names.occurrences().sameAs(function.name())) {
      if (calls.size() < MOST_SITES
          && tokens.kind(t + 1) == '('
          && tokens.kind(t - 1) != '.'
          && !tokens.is(t - 1, "function")
          && (t < function.first() || t > function.last())) {
        int close = tokens.partner(t + 1);
        if (close > t + 2
            && isConstant(tokens, t + 2, close - 1)
            && names.resolve(t).filter(d -> d.name() == function.name()).isPresent()) {
          calls.add(new Expressions.Span(t, close));
        }
      }
    }
    return calls;
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
