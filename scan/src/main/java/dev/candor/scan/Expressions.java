package dev.candor.scan;

import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Where expressions begin and end, told from tokens. */
final class Expressions {
  private static final int MOST_TOKENS = 60_000;

  private Expressions() {}

  /**
   * @param first first token
   * @param last last token
   */
  record Span(int first, int last) {}

  /**
   * The last token of the expression that begins at {@code first}: in front of a comma, a
   * semicolon, or a closing bracket.
   */
  static int end(Tokens tokens, int first) {
    int t = first;
    for (int steps = 0; t < tokens.count() && steps < MOST_TOKENS; steps++) {
      byte kind = tokens.kind(t);
      if (kind == ','
          || kind == ';'
          || Tokens.closes(kind)
          || t > first && startsStatement(tokens, t)) {
        break;
      }
      t = Tokens.opens(kind) && tokens.partner(t) > t ? tokens.partner(t) + 1 : t + 1;
    }
    return Math.max(first, t - 1);
  }

  /** A line break, then something that cannot go on with what stands before it. */
  private static boolean startsStatement(Tokens tokens, int t) {
    byte before = tokens.kind(t - 1);
    boolean complete =
        before == Tokens.WORD && !isOperatorWord(tokens, t - 1)
            || before == Tokens.NUMBER
            || before == Tokens.STRING
            || before == Tokens.TEMPLATE
            || before == Tokens.REGEX
            || Tokens.closes(before);
    boolean fresh = tokens.kind(t) == Tokens.WORD && !isOperatorWord(tokens, t);
    return complete && fresh && hasLineBreak(tokens, tokens.end(t - 1), tokens.start(t));
  }

  private static boolean isOperatorWord(Tokens tokens, int t) {
    return tokens.is(t, "in")
        || tokens.is(t, "instanceof")
        || tokens.is(t, "typeof")
        || tokens.is(t, "new")
        || tokens.is(t, "void")
        || tokens.is(t, "await");
  }

  private static boolean hasLineBreak(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.text()[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /**
   * The ever larger expressions around the tokens {@code first} to {@code last}, smallest first: a
   * method called on it, a call that takes it, the call's own methods, up to the statement.
   */
  static List<Span> around(Tokens tokens, int first, int last) {
    List<Span> spans = new ArrayList<>();
    Span span = new Span(first, last);
    for (int grown = 0; grown < 16; grown++) {
      Span larger = trailer(tokens, span);
      if (larger.equals(span)) {
        larger = enclosingCall(tokens, span);
      }
      if (larger.equals(span) || larger.last() - larger.first() > MOST_TOKENS) {
        break;
      }
      span = larger;
      byte end = tokens.kind(span.last());
      // What belongs to an object under construction cannot be evaluated by itself.
      if ((end == ')' || end == ']') && !tokens.is(span.first(), "this")) {
        spans.add(span);
      }
    }
    return spans;
  }

  /** With {@code .name}, {@code [index]} or {@code (arguments)} behind it. */
  private static Span trailer(Tokens tokens, Span span) {
    int next = span.last() + 1;
    byte kind = tokens.kind(next);
    if ((kind == '.' || kind == Tokens.OPTIONAL_DOT) && tokens.kind(next + 1) == Tokens.WORD) {
      return new Span(span.first(), next + 1);
    }
    if ((kind == '(' || kind == '[') && tokens.partner(next) > next) {
      return new Span(span.first(), tokens.partner(next));
    }
    return span;
  }

  /** The call, array or parenthesis that it stands in, with what is called in front. */
  private static Span enclosingCall(Tokens tokens, Span span) {
    int open = tokens.around(span.first());
    int close = open < 0 ? -1 : tokens.partner(open);
    if (open < 0
        || close < span.last()
        || tokens.kind(open) == '{'
        || tokens.kind(open) == Tokens.TEMPLATE_HEAD) {
      return span;
    }
    int callee = calleeStart(tokens, open);
    return isParameterList(tokens, open, close) || isControl(tokens, open - 1)
        ? span
        : new Span(callee, close);
  }

  private static boolean isParameterList(Tokens tokens, int open, int close) {
    byte behind = tokens.kind(close + 1);
    return behind == Tokens.ARROW || behind == '{' && tokens.kind(open) == '(';
  }

  private static boolean isControl(Tokens tokens, int t) {
    return tokens.is(t, "if")
        || tokens.is(t, "while")
        || tokens.is(t, "for")
        || tokens.is(t, "switch")
        || tokens.is(t, "catch")
        || tokens.is(t, "return");
  }

  /**
   * First token of {@code a.b.c(}, {@code new A(}, {@code (x)(} whose bracket opens at {@code
   * open}.
   */
  static int calleeStart(Tokens tokens, int open) {
    int t = open;
    while (true) {
      byte before = tokens.kind(t - 1);
      if (before == Tokens.WORD
              && (!Names.RESERVED.contains(word(tokens, t - 1)) || tokens.is(t - 1, "this"))
          || before == Tokens.STRING) {
        t--;
      } else if ((before == ')' || before == ']') && tokens.partner(t - 1) >= 0) {
        t = tokens.partner(t - 1);
        continue;
      } else {
        break;
      }
      byte joint = tokens.kind(t - 1);
      if (joint != '.' && joint != Tokens.OPTIONAL_DOT) {
        break;
      }
      t--;
    }
    if (tokens.is(t - 1, "new")) {
      t--;
    }
    return t;
  }

  private static String word(Tokens tokens, int t) {
    return tokens.end(t) - tokens.start(t) > 12 ? "" : tokens.source(t);
  }
}
