package dev.candor.audit.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, at spaces where there are any. */
final class Wrap {
  private Wrap() {}

  /**
   * Lines of at most {@code width} cells; at least one line. Spaces before the first word stand
   * before each line, up to half of the width.
   */
  static List<String> words(String text, int width) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    String indent = " ".repeat(Math.min(spaces, width / 2));
    return unindented(text.substring(spaces), width - indent.length(), Wrap::cut).stream()
        .map(line -> indent + line)
        .toList();
  }

  /** The same for narrow columns: a long word is cut behind a sign, where there is one. */
  static List<String> narrow(String text, int width) {
    return unindented(text, width, Wrap::cutBehindSign);
  }

  private interface Cut {
    /** The index in {@code text} up to which it fits. */
    int of(String text, int width);
  }

  private static int cutBehindSign(String text, int width) {
    int most = cut(text, width);
    for (int i = most; i > most / 2; i--) {
      if ("-_/.:@".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return most;
  }

  private static List<String> unindented(String text, int width, Cut where) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && Cells.of(line.toString()) + 1 + Cells.of(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      String rest = word;
      while (Cells.of(rest) > width) {
        int cut = where.of(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The index in {@code text} up to which it fits {@code width}; at least one code point. */
  private static int cut(String text, int width) {
    int index = 0;
    int used = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      used += Cells.of(codePoint);
      if (used > width && index > 0) {
        return index;
      }
      index += Character.charCount(codePoint);
    }
    return index;
  }
}
