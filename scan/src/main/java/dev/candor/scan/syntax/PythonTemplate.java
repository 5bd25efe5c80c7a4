package dev.candor.scan.syntax;

/**
 * The constant pieces of one formatted string (The Python Language Reference, 2.4.3; nested quotes
 * as PEP 701 has them). A format may hold values of its own.
 */
final class PythonTemplate {
  private final byte quote;
  private final boolean triple;
  private final boolean raw;

  /** Formats that are open: values in a format stand one deeper. */
  private int formats;

  PythonTemplate(byte quote, boolean triple, boolean raw) {
    this.quote = quote;
    this.triple = triple;
    this.raw = raw;
  }

  /** What a piece ends with. */
  enum End {
    VALUE,
    STRING,
    /** The string is not closed. */
    NONE
  }

  /**
   * @param text where the constant text begins
   * @param to behind the brace or the quotes that end it
   */
  record Piece(End end, int text, int to) {}

  /** From the opening quote at {@code at}. */
  Piece first(byte[] text, int at, int limit) {
    int from = at + (triple ? 3 : 1);
    return constant(text, from, limit);
  }

  /** From the character behind a value: a brace, a colon, an exclamation mark. */
  Piece next(byte[] text, int at, int limit) {
    if (text[at] != '}') {
      formats++;
      return format(text, at + 1, limit);
    }
    if (formats > 0) {
      return format(text, at + 1, limit);
    }
    return constant(text, at + 1, limit);
  }

  private Piece format(byte[] text, int from, int limit) {
    for (int i = from; i < limit; i++) {
      int c = text[i];
      if (c == '{') {
        return new Piece(End.VALUE, i, i + 1);
      }
      if (c == '}') {
        formats--;
        if (formats == 0) {
          return constant(text, i + 1, limit);
        }
      } else if (isClosing(text, i, limit) || c == '\n' && !triple) {
        break;
      }
    }
    return new Piece(End.NONE, from, from);
  }

  private Piece constant(byte[] text, int from, int limit) {
    int i = from;
    while (i < limit) {
      int c = text[i];
      if (isClosing(text, i, limit)) {
        return new Piece(End.STRING, from, i + (triple ? 3 : 1));
      }
      if (c == '\\' && !(raw && i + 1 < limit && (text[i + 1] == '{' || text[i + 1] == '}'))) {
        i = behindEscape(text, i, limit);
      } else if (c == '{' && i + 1 < limit && text[i + 1] == '{') {
        i += 2;
      } else if (c == '{') {
        return new Piece(End.VALUE, from, i + 1);
      } else if (c == '\n' && !triple) {
        break;
      } else {
        i++;
      }
    }
    return new Piece(End.NONE, from, Math.min(i, limit));
  }

  /** Behind a backslash and what it escapes; the braces of a character's name are no value. */
  private int behindEscape(byte[] text, int at, int limit) {
    if (!raw && at + 2 < limit && text[at + 1] == 'N' && text[at + 2] == '{') {
      int i = at + 3;
      while (i < limit && text[i] != '}' && text[i] != '\n' && text[i] != quote) {
        i++;
      }
      return i;
    }
    boolean windows = at + 2 < limit && text[at + 1] == '\r' && text[at + 2] == '\n';
    return at + (windows ? 3 : 2);
  }

  private boolean isClosing(byte[] text, int at, int limit) {
    return text[at] == quote
        && (!triple || at + 2 < limit && text[at + 1] == quote && text[at + 2] == quote);
  }
}
