package dev.candor.scan.syntax;

/**
 * Splits Python into {@link Tokens}, as far as literals and names need it (The Python Language
 * Reference, chapter 2): comments are passed over, string prefixes belong to the string,
 * indentation does not matter here. Tolerant of broken text.
 */
public final class PythonLexer {
  /** As {@link JavaScriptLexer} has it: text full of unclosed quotes would cost its square. */
  private static final int MOST_IN_VAIN = 64 << 20;

  private static final int NEAR = 256;

  private final byte[] text;
  private final int limit;
  private long inVain;
  private final Tokens tokens;
  private int at;

  private PythonLexer(byte[] text, int from, int to) {
    this.text = text;
    this.at = from;
    this.limit = to;
    this.tokens = new Tokens(text, (to - from) / 5);
  }

  public static Tokens lex(byte[] text, int from, int to) {
    PythonLexer lexer = new PythonLexer(text, from, to);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < limit) {
      int c = text[at] & 0xff;
      if (c <= ' ') {
        at++;
      } else if (c == '#') {
        while (at < limit && text[at] != '\n') {
          at++;
        }
      } else if (c == '"' || c == '\'') {
        string(at);
      } else if (isLetter(c)) {
        word();
      } else if (c >= '0' && c <= '9') {
        number();
      } else {
        tokens.add(text[at], at, at + 1, 0);
        at++;
      }
    }
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  private void word() {
    int from = at;
    int h = 0;
    while (at < limit && (isLetter(text[at] & 0xff) || text[at] >= '0' && text[at] <= '9')) {
      h = h * 31 + text[at++];
    }
    if (at - from <= 2
        && at < limit
        && (text[at] == '"' || text[at] == '\'')
        && isPrefix(from, at)) {
      string(from);
      return;
    }
    tokens.add(Tokens.WORD, from, at, h);
  }

  /** One or two of b, r, u, f in front of a quote. */
  private boolean isPrefix(int from, int to) {
    for (int i = from; i < to; i++) {
      if ("bruf".indexOf(text[i] | 0x20) < 0) {
        return false;
      }
    }
    return true;
  }

  private void number() {
    int from = at;
    while (at < limit
        && (isLetter(text[at] & 0xff) || text[at] >= '0' && text[at] <= '9' || text[at] == '.')) {
      at++;
    }
    tokens.add(Tokens.NUMBER, from, at, 0);
  }

  /** {@code at} is on the opening quote, {@code from} on its prefix. */
  private void string(int from) {
    int quote = text[at];
    boolean triple = at + 2 < limit && text[at + 1] == quote && text[at + 2] == quote;
    int stop = inVain > MOST_IN_VAIN ? Math.min(limit, at + NEAR) : limit;
    int i = at + (triple ? 3 : 1);
    while (i < stop) {
      int c = text[i];
      if (c == '\\') {
        boolean windows = i + 2 < limit && text[i + 1] == '\r' && text[i + 2] == '\n';
        i += windows ? 3 : 2;
      } else if (c == quote
          && (!triple || i + 2 < limit && text[i + 1] == quote && text[i + 2] == quote)) {
        at = i + (triple ? 3 : 1);
        tokens.add(Tokens.STRING, from, at, 0);
        return;
      } else if (c == '\n' && !triple) {
        break;
      } else {
        i++;
      }
    }
    inVain += i - at;
    at++;
  }
}
