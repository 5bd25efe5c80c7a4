package dev.candor.scan.syntax;

import java.util.ArrayDeque;

/**
 * Splits Python into {@link Tokens} (The Python Language Reference, chapter 2): comments are passed
 * over, string prefixes belong to the string, a formatted string with values in it is a template.
 * Lines and indentation are no tokens; {@link PythonLayout} tells them. Tolerant of broken text.
 */
public final class PythonLexer {
  /** As {@link JavaScriptLexer} has it: text full of unclosed quotes would cost its square. */
  private static final int MOST_IN_VAIN = 64 << 20;

  private static final int NEAR = 256;

  private final byte[] text;
  private final int limit;
  private long inVain;
  private final Tokens tokens;
  private final ArrayDeque<PythonTemplate> templates = new ArrayDeque<>();
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
      } else if (c == '\\') {
        at++; // the line goes on
      } else if (!templates.isEmpty() && continuesTemplate(c)) {
        template();
      } else {
        symbol(c);
      }
    }
  }

  /** Whether the value that is put into a string ends here: at a brace, a format, a conversion. */
  private boolean continuesTemplate(int c) {
    int open = tokens.innermostOpen();
    if (open < 0 || tokens.kind(open) != Tokens.TEMPLATE_HEAD) {
      return false;
    }
    boolean conversion =
        c == '!'
            && at + 2 < limit
            && isLetter(text[at + 1] & 0xff)
            && (text[at + 2] == '}' || text[at + 2] == ':');
    return c == '}' || c == ':' || conversion;
  }

  /** From the end of a value to the next one, or to the end of the string. */
  private void template() {
    PythonTemplate template = templates.peek();
    PythonTemplate.Piece piece = template.next(text, at, limit);
    if (piece.end() == PythonTemplate.End.NONE) {
      templates.pop();
      tokens.add(text[at] == '}' ? (byte) '}' : text[at], at, at + 1, 0);
      at++;
      return;
    }
    boolean last = piece.end() == PythonTemplate.End.STRING;
    if (last) {
      templates.pop();
    }
    // A template has no name: its hash is where its constant text begins.
    tokens.add(
        last ? Tokens.TEMPLATE_TAIL : Tokens.TEMPLATE_MIDDLE, at, piece.to(), piece.text() - at);
    at = piece.to();
  }

  private void symbol(int c) {
    int next = at + 1 < limit ? text[at + 1] : 0;
    int third = at + 2 < limit ? text[at + 2] : 0;
    if (c == '.' && next >= '0' && next <= '9') {
      number();
    } else if (c == '.' && next == '.' && third == '.') {
      operator(Tokens.OPERATOR, 3);
    } else if ((c == '*' || c == '/' || c == '<' || c == '>') && next == c) {
      operator(third == '=' ? Tokens.UPDATE : Tokens.OPERATOR, third == '=' ? 3 : 2);
    } else if (next == '=' && (c == '=' || c == '!' || c == '<' || c == '>')
        || c == '-' && next == '>'
        || c == '<' && next == '>') {
      operator(Tokens.OPERATOR, 2);
    } else if (next == '=' && "+-*/%&|^@:".indexOf(c) >= 0) {
      operator(Tokens.UPDATE, 2);
    } else {
      operator((byte) c, 1);
    }
  }

  private void operator(byte kind, int length) {
    tokens.add(kind, at, at + length, 0);
    at += length;
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

  /** One or two of b, r, u, f, t in front of a quote. */
  private boolean isPrefix(int from, int to) {
    for (int i = from; i < to; i++) {
      if ("bruft".indexOf(text[i] | 0x20) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isFormatted(int from) {
    for (int i = from; i < at; i++) {
      if ((text[i] | 0x20) == 'f' || (text[i] | 0x20) == 't') {
        return true;
      }
    }
    return false;
  }

  private boolean isRaw(int from) {
    return (text[from] | 0x20) == 'r' || from + 1 < at && (text[from + 1] | 0x20) == 'r';
  }

  private void number() {
    int from = at;
    at++;
    while (at < limit
        && (isLetter(text[at] & 0xff)
            || text[at] >= '0' && text[at] <= '9'
            || text[at] == '.'
            || isExponentSign(from))) {
      at++;
    }
    tokens.add(Tokens.NUMBER, from, at, 0);
  }

  private boolean isExponentSign(int from) {
    return (text[at] == '+' || text[at] == '-')
        && (text[at - 1] | 0x20) == 'e'
        && at - from >= 1
        && (text[from + 1] | 0x20) != 'x';
  }

  /** {@code at} is on the opening quote, {@code from} on its prefix. */
  private void string(int from) {
    int quote = text[at];
    boolean triple = at + 2 < limit && text[at + 1] == quote && text[at + 2] == quote;
    if (isFormatted(from)) {
      int reach = inVain > MOST_IN_VAIN ? Math.min(limit, at + NEAR) : limit;
      PythonTemplate template = new PythonTemplate((byte) quote, triple, isRaw(from));
      PythonTemplate.Piece piece = template.first(text, at, reach);
      switch (piece.end()) {
        case VALUE -> {
          templates.push(template);
          tokens.add(Tokens.TEMPLATE_HEAD, from, piece.to(), piece.text() - from);
          at = piece.to();
        }
        case STRING -> {
          tokens.add(Tokens.STRING, from, piece.to(), 0);
          at = piece.to();
        }
        case NONE -> {
          inVain += piece.to() - at;
          at++;
        }
      }
      return;
    }
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
