package dev.candor.scan;

import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where each name of a JavaScript module is given its value, and which of several places a use of
 * the name means: the innermost scope around the use. Works on tokens alone, so it is approximate:
 * block scopes count as function scopes, and an assignment counts as a definition, since bundlers
 * declare first ({@code var a,b}) and assign later.
 */
final class Names {
  static final Set<String> RESERVED =
      Set.of(
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "export",
          "extends",
          "finally",
          "for",
          "function",
          "if",
          "import",
          "in",
          "instanceof",
          "new",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with",
          "yield",
          "let",
          "static",
          "async",
          "await",
          "of",
          "null",
          "true",
          "false",
          "undefined",
          "NaN",
          "Infinity",
          "arguments",
          "get",
          "set");

  /**
   * @param name the token that is defined
   * @param first first token of the definition's value, or of the whole function or pattern
   * @param last its last token
   */
  record Definition(int name, Kind kind, int first, int last) {
    enum Kind {
      FUNCTION,
      VALUE,
      /** {@code {a, b: c} = value}: first to last is the pattern with its value. */
      PATTERN,
      IMPORT
    }
  }

  /** Scope of a name that is assigned where it is not declared: seen everywhere, but comes last. */
  private static final int UNDECLARED = -2;

  /** In scopes of fewer tokens a definition is looked for; in wider ones all are found out once. */
  private static final int WIDE = 10_000;

  private static final int CLASS = Tokens.hash("class");

  private final Tokens tokens;
  private final Occurrences occurrences;
  private final Map<String, Map<Integer, int[]>> known = new HashMap<>();

  Names(Tokens tokens, Occurrences occurrences) {
    this.tokens = tokens;
    this.occurrences = occurrences;
  }

  Occurrences occurrences() {
    return occurrences;
  }

  /** The first two definitions of the name in each of its scopes. */
  private Map<Integer, int[]> defined(int use) {
    return known.computeIfAbsent(
        tokens.source(use),
        name -> {
          Map<Integer, int[]> firstTwo = new HashMap<>();
          int[] undeclared = null;
          for (int t : occurrences.sameAs(use)) {
            // Narrow scopes are looked through when asked; of names assigned anywhere, two do.
            if (defines(t) && (undeclared == null || undeclared[1] < 0 || !isNarrow(t))) {
              int[] first = firstTwo.computeIfAbsent(scopeOf(t), scope -> new int[] {-1, -1});
              if (first[0] < 0) {
                first[0] = t;
              } else if (first[1] < 0) {
                first[1] = t;
              }
              undeclared = firstTwo.get(UNDECLARED);
            }
          }
          return firstTwo;
        });
  }

  private boolean defines(int t) {
    byte before = tokens.kind(t - 1);
    if (before == '.' || before == Tokens.OPTIONAL_DOT) {
      return false;
    }
    if (tokens.kind(t + 1) == '=') {
      return true;
    }
    if (before == Tokens.WORD && isFunctionOrClass(t - 1)) {
      return true;
    }
    if (before == '*' && tokens.is(t - 2, "function")) {
      return true;
    }
    int around =
        before == '{'
                || before == ','
                || before == ':'
                || before == Tokens.WORD && tokens.is(t - 1, "as")
            ? tokens.around(t)
            : -1;
    return around >= 0 && tokens.kind(around) == '{' && isPattern(around);
  }

  private boolean isNarrow(int t) {
    int scope = braceAround(t);
    return scope >= 0 && tokens.partner(scope) >= 0 && tokens.partner(scope) - scope <= WIDE;
  }

  private int braceAround(int t) {
    int around = tokens.around(t);
    while (around >= 0 && tokens.kind(around) != '{') {
      around = tokens.around(around);
    }
    return around;
  }

  private boolean isFunctionOrClass(int t) {
    int hash = tokens.hash(t);
    return hash == Functions.FUNCTION && tokens.is(t, "function")
        || hash == CLASS && tokens.is(t, "class");
  }

  /** A brace that is assigned to, or that an import lists. */
  private boolean isPattern(int open) {
    int close = tokens.partner(open);
    return close > 0
        && (tokens.kind(close + 1) == '='
            || tokens.is(open - 1, "import")
            || tokens.is(close + 1, "from"));
  }

  /** The definition that the use of a name at token {@code use} means, if it is in this module. */
  Optional<Definition> resolve(int use) {
    int scope = tokens.around(use);
    while (true) {
      if (scope < 0 || tokens.kind(scope) == '{') {
        int best = within(scope, use);
        if (best >= 0) {
          return isParameter(use, scope) ? Optional.empty() : Optional.of(definition(best));
        }
      }
      if (scope < 0) {
        break;
      }
      scope = tokens.around(scope);
    }
    int assigned = among(defined(use), UNDECLARED, use);
    return assigned < 0 || isParameter(use, -1)
        ? Optional.empty()
        : Optional.of(definition(assigned));
  }

  /** The first definition whose scope is exactly this one, or -1. */
  private int within(int scope, int use) {
    int close = scope < 0 ? -1 : tokens.partner(scope);
    if (close < 0 || close - scope > WIDE) {
      return among(defined(use), scope, use);
    }
    for (int t : occurrences.within(use, scope, close, Integer.MAX_VALUE)) {
      if (t != use && defines(t) && scopeOf(t) == scope) {
        return t;
      }
    }
    return -1;
  }

  private static int among(Map<Integer, int[]> defined, int scope, int use) {
    int[] first = defined.get(scope);
    return first == null ? -1 : first[0] == use ? first[1] : first[0];
  }

  /** The bracket whose inside sees the name, negative for all of the module. */
  int scopeOf(int name) {
    int around = braceAround(name);
    return isDeclared(name) || around < 0 ? around : UNDECLARED;
  }

  private boolean isDeclared(int name) {
    byte before = tokens.kind(name - 1);
    if (before == Tokens.WORD) {
      return true;
    }
    if (before != ',') {
      return before == '{' || before == ':' || before == '*';
    }
    // A list of declarators reaches back to its var, let or const.
    int t = name - 1;
    for (int steps = 0; t > 0 && steps < 3000; steps++) {
      byte kind = tokens.kind(t);
      if (kind == ';' || Tokens.opens(kind)) {
        return false;
      }
      if (kind == Tokens.WORD
          && (tokens.is(t, "var") || tokens.is(t, "let") || tokens.is(t, "const"))) {
        return true;
      }
      t = Tokens.closes(kind) && tokens.partner(t) >= 0 ? tokens.partner(t) - 1 : t - 1;
    }
    return false;
  }

  /**
   * Whether a function between the use and the scope of its definition takes the name as a
   * parameter.
   */
  private boolean isParameter(int use, int scope) {
    for (int around = tokens.around(use);
        around > scope && around > 0;
        around = tokens.around(around)) {
      if (tokens.kind(around) != '{') {
        continue;
      }
      int close = tokens.kind(around - 1) == Tokens.ARROW ? around - 2 : around - 1;
      if (tokens.kind(close) == Tokens.WORD && tokens.sameText(close, use)) {
        return true;
      }
      int open = tokens.kind(close) == ')' ? tokens.partner(close) : -1;
      for (int t = open + 1; open >= 0 && t < close && t < open + 200; t++) {
        if (tokens.kind(t) == Tokens.WORD
            && tokens.hash(t) == tokens.hash(use)
            && tokens.kind(t - 1) != '='
            && tokens.sameText(t, use)) {
          return true;
        }
      }
    }
    return false;
  }

  Definition definition(int name) {
    int before = name - 1;
    if (tokens.is(before, "class")) {
      int body = name + 1;
      while (body < tokens.count() && tokens.kind(body) != '{' && body < name + 30) {
        body++;
      }
      return new Definition(
          name, Definition.Kind.VALUE, before, Math.max(body, tokens.partner(body)));
    }
    int function = tokens.kind(before) == '*' ? before - 1 : before;
    if (tokens.is(function, "function")) {
      return new Definition(
          name,
          Definition.Kind.FUNCTION,
          tokens.is(function - 1, "async") ? function - 1 : function,
          endOfFunction(name + 1));
    }
    // What cut text gives a name is not there; then it is its own value.
    Definition none = new Definition(name, Definition.Kind.VALUE, name, name);
    if (tokens.kind(name + 1) == '=' && !insidePattern(name)) {
      return name + 2 == tokens.count()
          ? none
          : new Definition(
              name, Definition.Kind.VALUE, name + 2, Expressions.end(tokens, name + 2));
    }
    int open = tokens.around(name);
    int close = tokens.partner(open);
    if (tokens.kind(close + 1) == '=' && close + 2 < tokens.count()) {
      return new Definition(
          name, Definition.Kind.PATTERN, open, Expressions.end(tokens, close + 2));
    }
    return tokens.kind(close + 2) == Tokens.STRING
        ? new Definition(name, Definition.Kind.IMPORT, open, close + 2)
        : none;
  }

  private boolean insidePattern(int name) {
    int around = tokens.around(name);
    return around >= 0
        && tokens.kind(around) == '{'
        && isPattern(around)
        && tokens.kind(around - 1) != Tokens.ARROW
        && tokens.kind(around - 1) != ')';
  }

  /** The closing brace of a function whose parameters open at {@code parameters}. */
  private int endOfFunction(int parameters) {
    int close = tokens.kind(parameters) == '(' ? tokens.partner(parameters) : -1;
    int body = close + 1;
    return close > 0 && tokens.kind(body) == '{' && tokens.partner(body) > 0
        ? tokens.partner(body)
        : parameters;
  }
}
