package dev.candor.scan.syntax;

import java.util.Set;

/** Where JavaScript's statements meet without a semicolon (ECMA-262, 12.10), told from tokens. */
final class Statements {
  /** Words that go on with what stands before them. */
  private static final Set<String> GO_ON =
      Set.of(
          "else", "catch", "finally", "while", "in", "of", "instanceof", "as", "from", "extends");

  /** Words that what stands behind them belongs to. */
  private static final Set<String> OPEN =
      Set.of(
          "else",
          "return",
          "typeof",
          "new",
          "void",
          "await",
          "delete",
          "throw",
          "case",
          "do",
          "in",
          "of",
          "instanceof",
          "var",
          "let",
          "const",
          "function",
          "class",
          "async",
          "yield",
          "export",
          "default",
          "import",
          "extends",
          "get",
          "set",
          "static");

  private Statements() {}

  /** Whether a statement ends with the token {@code last} and another begins at {@code next}. */
  static boolean breaksBetween(Tokens tokens, int last, int next) {
    byte before = tokens.kind(last);
    boolean word = tokens.kind(next) == Tokens.WORD;
    if (before == '}') {
      return word && !isOne(tokens, next, GO_ON);
    }
    boolean complete =
        before == Tokens.WORD && !isOne(tokens, last, OPEN)
            || before == Tokens.NUMBER
            || before == Tokens.STRING
            || before == Tokens.TEMPLATE
            || before == Tokens.TEMPLATE_TAIL
            || before == Tokens.REGEX
            || before == ']'
            || before == ')' && !isControl(tokens, last);
    return complete
        && word
        && !isOne(tokens, next, GO_ON)
        && hasLineBreak(tokens, tokens.end(last), tokens.start(next));
  }

  /** The parenthesis behind {@code if}, {@code for} or {@code while}. */
  private static boolean isControl(Tokens tokens, int close) {
    int open = tokens.partner(close);
    return open > 0
        && (tokens.is(open - 1, "if")
            || tokens.is(open - 1, "for")
            || tokens.is(open - 1, "while")
            || tokens.is(open - 1, "await"));
  }

  private static boolean isOne(Tokens tokens, int token, Set<String> words) {
    return tokens.end(token) - tokens.start(token) <= 10
        && words.contains(tokens.source(token))
        && tokens.kind(token - 1) != '.';
  }

  private static boolean hasLineBreak(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.text()[i] == '\n') {
        return true;
      }
    }
    return false;
  }
}
