package dev.candor.scan.syntax;

import java.util.Arrays;

/**
 * The logical lines of a Python module: where each begins, how far it is indented, and where the
 * lines that belong to it end (The Python Language Reference, 2.1).
 */
final class PythonLayout {
  private static final int TAB = 8;

  private final Tokens tokens;
  private int[] starts;
  private int[] columns;
  private int count;

  /** The first line behind each that is not indented deeper. */
  private final int[] behind;

  private PythonLayout(Tokens tokens) {
    this.tokens = tokens;
    this.starts = new int[Math.max(16, tokens.count() / 8)];
    this.columns = new int[starts.length];
    collect();
    this.behind = nested();
  }

  static PythonLayout of(Tokens tokens) {
    return new PythonLayout(tokens);
  }

  private void collect() {
    for (int t = 0; t < tokens.count(); t++) {
      if (t == 0 || breaksBetween(tokens.end(t - 1), tokens.start(t))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
          columns = Arrays.copyOf(columns, count * 2);
        }
        starts[count] = t;
        columns[count++] = columnOf(tokens.start(t));
      }
      if (Tokens.opens(tokens.kind(t)) && tokens.partner(t) > t) {
        t = tokens.partner(t); // lines within brackets are joined
      }
    }
  }

  private boolean breaksBetween(int from, int to) {
    byte[] text = tokens.text();
    boolean comment = false;
    for (int i = from; i < to; i++) {
      if (text[i] == '#') {
        comment = true;
      } else if (text[i] == '\n' && (comment || !isContinued(from, i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isContinued(int from, int newline) {
    byte[] text = tokens.text();
    int i = newline - 1;
    if (i >= from && text[i] == '\r') {
      i--;
    }
    return i >= from && text[i] == '\\';
  }

  private int columnOf(int position) {
    byte[] text = tokens.text();
    int start = position;
    while (start > 0 && isBlank(text[start - 1])) {
      start--;
    }
    int column = 0;
    for (int i = start; i < position; i++) {
      switch (text[i]) {
        case '\t' -> column = (column / TAB + 1) * TAB;
        case ' ' -> column++;
        default -> column = 0; // a form feed
      }
    }
    return column;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private int[] nested() {
    int[] found = new int[count];
    int[] open = new int[count];
    int depth = 0;
    for (int line = 0; line < count; line++) {
      while (depth > 0 && columns[open[depth - 1]] >= columns[line]) {
        found[open[--depth]] = line;
      }
      open[depth++] = line;
    }
    while (depth > 0) {
      found[open[--depth]] = count;
    }
    return found;
  }

  /** The line that holds the token. */
  private int lineOf(int token) {
    int i = Arrays.binarySearch(starts, 0, count, token);
    return i >= 0 ? i : Math.max(0, -i - 2);
  }

  private int startOf(int line) {
    return line < count ? starts[line] : tokens.count();
  }

  /** Whether a logical line begins with the token. */
  boolean begins(int token) {
    return Arrays.binarySearch(starts, 0, count, token) >= 0;
  }

  /** Behind the last token of the line that holds this one. */
  int endOfLine(int token) {
    return startOf(lineOf(token) + 1);
  }

  /** Behind the last line that is indented deeper than the line of this token. */
  int endOfSuite(int token) {
    return count == 0 ? tokens.count() : startOf(behind[lineOf(token)]);
  }

  /** How far the line of this token is indented. */
  int column(int token) {
    return count == 0 ? 0 : columns[lineOf(token)];
  }
}
