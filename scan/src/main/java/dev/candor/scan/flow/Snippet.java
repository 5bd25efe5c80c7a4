package dev.candor.scan.flow;

import dev.candor.scan.syntax.Tokens;

/** Code as people lay it out: minified code is one line. */
final class Snippet {
  private static final int MOST_LINES = 14;
  private static final int WIDTH = 100;
  private static final int MOST_TOKENS = 400;

  private Snippet() {}

  static String of(Place place) {
    Tokens tokens = place.code().tokens();
    int first = Math.max(0, place.node().first());
    int last = Math.min(place.node().last(), tokens.count() - 1);
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder();
    int depth = 0;
    int lines = 0;
    for (int t = first; t <= last; t++) {
      if (t - first > MOST_TOKENS || lines >= MOST_LINES) {
        return text.append(line).append(" …").toString();
      }
      byte kind = tokens.kind(t);
      if (kind == '}') {
        depth = Math.max(0, depth - 1);
      }
      String token = tokens.source(t);
      if (!line.isEmpty() && needsSpace(tokens, t, line)) {
        line.append(' ');
      }
      line.append(token.length() > WIDTH ? token.substring(0, WIDTH) + "…" : token);
      boolean breaks =
          kind == ';' && !inParenthesis(tokens, t, first)
              || kind == '{' && isLarge(tokens, t)
              || kind == '}' && isLarge(tokens, tokens.partner(t));
      if (breaks && t < last) {
        if (kind == '{') {
          depth++;
        }
        text.append(line).append('\n');
        lines++;
        line.setLength(0);
        boolean closes = tokens.kind(t + 1) == '}';
        line.append("  ".repeat(Math.max(0, closes ? depth - 1 : depth)));
      } else if (kind == '{') {
        depth++;
      }
    }
    return text.append(line).toString();
  }

  private static boolean isLarge(Tokens tokens, int open) {
    return open >= 0 && tokens.partner(open) - open > 12;
  }

  private static boolean inParenthesis(Tokens tokens, int t, int first) {
    int around = tokens.around(t);
    return around >= first && tokens.kind(around) == '(';
  }

  private static boolean needsSpace(Tokens tokens, int t, StringBuilder line) {
    if (line.toString().isBlank()) {
      return false;
    }
    byte kind = tokens.kind(t);
    byte before = tokens.kind(t - 1);
    boolean wordy =
        kind == Tokens.WORD
            || kind == Tokens.NUMBER
            || kind == Tokens.STRING
            || kind == Tokens.TEMPLATE
            || kind == Tokens.TEMPLATE_HEAD;
    boolean wordyBefore = before == Tokens.WORD || before == Tokens.NUMBER;
    return wordy && wordyBefore
        || isOperator(kind)
        || isOperator(before)
        || before == ','
        || before == ';'
        || before == ':'
        || before == '}' && wordy;
  }

  private static boolean isOperator(byte kind) {
    return kind == '='
        || kind == Tokens.OPERATOR
        || kind == Tokens.UPDATE
        || kind == Tokens.ARROW
        || kind == '?'
        || kind == '+'
        || kind == '<'
        || kind == '>';
  }
}
