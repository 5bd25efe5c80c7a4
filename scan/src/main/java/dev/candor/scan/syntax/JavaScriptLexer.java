package dev.candor.scan.syntax;

import java.util.Set;

/**
 * Splits JavaScript or TypeScript into {@link Tokens}, tolerant of cut and broken text: what cannot
 * be a token is passed over, and nothing throws. Whether a slash starts a regular expression is
 * told from the token in front of it (ECMA-262, 12.1 leaves it to the grammar).
 */
public final class JavaScriptLexer {
  private static final byte[] CLASS = new byte[256];
  private static final byte OPERATOR = 1;
  private static final byte SPACE = 2;
  private static final byte LETTER = 3;
  private static final byte DIGIT = 4;

  static {
    for (int c = 0; c < 256; c++) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0) {
        CLASS[c] = SPACE;
      } else if (c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c == '_'
          || c == '$'
          || c == '#'
          || c == '@'
          || c == '\\'
          || c >= 0x80) {
        CLASS[c] = LETTER;
      } else if (c >= '0' && c <= '9') {
        CLASS[c] = DIGIT;
      } else if ("=!<>&|?*+-/%^~".indexOf(c) >= 0) {
        CLASS[c] = OPERATOR;
      }
    }
  }

  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "return",
          "typeof",
          "instanceof",
          "in",
          "of",
          "new",
          "delete",
          "void",
          "throw",
          "case",
          "do",
          "else",
          "yield",
          "await",
          "default",
          "extends");

  /**
   * Text that is full of quotes and slashes without a second one would cost its square: when so
   * many bytes were looked at in vain, only {@link #NEAR} are.
   */
  private static final int MOST_IN_VAIN = 64 << 20;

  private static final int NEAR = 256;

  private final byte[] text;
  private final int limit;
  private long inVain;
  private final Tokens tokens;
  private int at;

  private JavaScriptLexer(byte[] text, int from, int to) {
    this.text = text;
    this.at = from;
    this.limit = to;
    this.tokens = new Tokens(text, (to - from) / 3);
  }

  public static Tokens lex(byte[] text) {
    return lex(text, 0, text.length);
  }

  public static Tokens lex(byte[] text, int from, int to) {
    JavaScriptLexer lexer = new JavaScriptLexer(text, from, to);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < limit) {
      int c = text[at] & 0xff;
      switch (CLASS[c]) {
        case SPACE -> at++;
        case LETTER -> word();
        case DIGIT -> number();
        default -> symbol(c);
      }
    }
  }

  private void word() {
    int from = at;
    int h = 0;
    int i = at;
    while (i < limit && CLASS[text[i] & 0xff] >= LETTER) {
      h = h * 31 + text[i];
      i++;
    }
    at = i;
    tokens.add(Tokens.WORD, from, i, h);
  }

  private void number() {
    int from = at;
    int i = at + 1;
    while (i < limit) {
      int c = text[i] & 0xff;
      boolean exponentSign =
          (c == '+' || c == '-')
              && (text[i - 1] | 0x20) == 'e'
              && (text[from + 1 < limit ? from + 1 : from] | 0x20) != 'x';
      if (CLASS[c] < LETTER && c != '.' && !exponentSign) {
        break;
      }
      i++;
    }
    at = i;
    tokens.add(Tokens.NUMBER, from, i, 0);
  }

  private void symbol(int c) {
    switch (c) {
      case '"', '\'' -> string(c);
      case '`' -> template(at, true);
      case '}' -> {
        int open = tokens.innermostOpen();
        if (open >= 0 && tokens.kind(open) == Tokens.TEMPLATE_HEAD) {
          template(at, false);
        } else {
          one();
        }
      }
      case '/' -> slash();
      case '.' -> dot();
      default -> operator(c);
    }
  }

  private void one() {
    tokens.add(text[at], at, at + 1, 0);
    at++;
  }

  private void string(int quote) {
    int from = at;
    int stop = reach();
    int i = at + 1;
    while (i < stop) {
      int c = text[i];
      if (c == quote) {
        at = i + 1;
        tokens.add(Tokens.STRING, from, at, 0);
        return;
      }
      if (c == '\\') {
        i += isWindowsBreak(i + 1) ? 2 : 1;
      } else if (c == '\n') {
        break;
      }
      i++;
    }
    inVain += i - from;
    // Not closed on its line, so it was no string: an apostrophe in text, or text that was cut.
    at = from + 1;
  }

  private boolean isWindowsBreak(int i) {
    return i + 1 < limit && text[i] == '\r' && text[i + 1] == '\n';
  }

  /** How far the end of a string, template or regular expression is looked for. */
  private int reach() {
    return inVain > MOST_IN_VAIN ? Math.min(limit, at + NEAR) : limit;
  }

  private void template(int from, boolean head) {
    int stop = reach();
    int i = from + 1;
    while (i < stop) {
      int c = text[i];
      if (c == '`') {
        at = i + 1;
        tokens.add(head ? Tokens.TEMPLATE : Tokens.TEMPLATE_TAIL, from, at, 0);
        return;
      }
      if (c == '$' && i + 1 < limit && text[i + 1] == '{') {
        at = i + 2;
        tokens.add(head ? Tokens.TEMPLATE_HEAD : Tokens.TEMPLATE_MIDDLE, from, at, 0);
        return;
      }
      i += c == '\\' ? 2 : 1;
    }
    inVain += i - from;
    at = from + 1;
    if (!head) {
      tokens.add((byte) '}', from, at, 0);
    }
  }

  private void slash() {
    int next = at + 1 < limit ? text[at + 1] : 0;
    if (next == '/') {
      while (at < limit && text[at] != '\n') {
        at++;
      }
    } else if (next == '*') {
      int i = at + 2;
      while (i + 1 < limit && !(text[i] == '*' && text[i + 1] == '/')) {
        i++;
      }
      at = Math.min(limit, i + 2);
    } else if (!expressionMayStart() || !regex()) {
      operator('/');
    }
  }

  private boolean regex() {
    boolean inClass = false;
    int stop = reach();
    int i = at + 1;
    while (i < stop) {
      int c = text[i];
      if (c == '\n') {
        break;
      }
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        i++;
        while (i < limit && CLASS[text[i] & 0xff] >= LETTER) {
          i++;
        }
        tokens.add(Tokens.REGEX, at, i, 0);
        at = i;
        return true;
      }
      i++;
    }
    inVain += i - at;
    return false;
  }

  private boolean expressionMayStart() {
    int last = tokens.count() - 1;
    return switch (tokens.kind(last)) {
      case Tokens.NUMBER, Tokens.STRING, Tokens.TEMPLATE, Tokens.TEMPLATE_TAIL, Tokens.REGEX, ']' ->
          false;
      case Tokens.WORD ->
          tokens.kind(last - 1) != '.' && BEFORE_EXPRESSION.contains(shortWord(last));
      case ')' -> {
        int open = tokens.partner(last);
        yield open > 0
            && (tokens.is(open - 1, "if")
                || tokens.is(open - 1, "while")
                || tokens.is(open - 1, "for")
                || tokens.is(open - 1, "with"));
      }
      case '}' -> {
        int open = tokens.partner(last);
        yield open < 0 || opensBlock(open - 1);
      }
      case Tokens.OPERATOR -> !tokens.is(last, "++") && !tokens.is(last, "--");
      default -> true;
    };
  }

  private boolean opensBlock(int before) {
    return switch (tokens.kind(before)) {
      case ')', ';', '{', '}', Tokens.ARROW, 0 -> true;
      case Tokens.WORD -> !tokens.is(before, "return") && !tokens.is(before, "typeof");
      default -> false;
    };
  }

  private String shortWord(int token) {
    return tokens.end(token) - tokens.start(token) > 10 ? "" : tokens.source(token);
  }

  private void dot() {
    if (at + 2 < limit && text[at + 1] == '.' && text[at + 2] == '.') {
      tokens.add(Tokens.SPREAD, at, at + 3, 0);
      at += 3;
    } else if (at + 1 < limit && text[at + 1] >= '0' && text[at + 1] <= '9') {
      number();
    } else {
      one();
    }
  }

  private void operator(int c) {
    int next = at + 1 < limit ? text[at + 1] : 0;
    if (c == '=' && next == '>') {
      two(Tokens.ARROW);
    } else if (c == '?'
        && next == '.'
        && !(at + 2 < limit && text[at + 2] >= '0' && text[at + 2] <= '9')) {
      two(Tokens.OPTIONAL_DOT);
    } else if ((c == '+' || c == '-') && next == c) {
      two(Tokens.OPERATOR);
    } else if (CLASS[c] == OPERATOR) {
      operatorRun(c);
    } else {
      one();
    }
  }

  private void two(byte kind) {
    tokens.add(kind, at, at + 2, 0);
    at += 2;
  }

  /**
   * {@code ===}, {@code >>>=}, {@code ??=} and the like: the first character repeated, then {@code
   * =}.
   */
  private void operatorRun(int c) {
    int i = at + 1;
    if (c == '=' || c == '<' || c == '>' || c == '&' || c == '|' || c == '?' || c == '*') {
      int most = c == '>' || c == '=' ? 3 : 2;
      while (i < limit && text[i] == c && i - at < most) {
        i++;
      }
    }
    boolean assigns = false;
    if (c == '!') {
      while (i < limit && text[i] == '=' && i - at < 3) {
        i++;
      }
    } else if (c != '=' && i < limit && text[i] == '=') {
      assigns = !((c == '<' || c == '>') && i - at == 1);
      i++;
    }
    if (i - at == 1) {
      one();
      return;
    }
    tokens.add(assigns ? Tokens.UPDATE : Tokens.OPERATOR, at, i, 0);
    at = i;
  }
}
