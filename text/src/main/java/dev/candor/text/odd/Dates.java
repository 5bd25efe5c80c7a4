package dev.candor.text.odd;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Days written as year, month and day in figures (ISO 8601's order), and what parts these. */
final class Dates {
  private static final int LENGTH = 10;
  private static final int YEAR = 4;
  private static final int SECOND = 7;

  private Dates() {}

  /** Notes on dates with another separator than most of the text's dates have. */
  static void note(String text, Consumer<Oddity> notes) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (int i = first(text, 0); i >= 0; i = first(text, i + 1)) {
      counts.merge(text.charAt(i), 1, Integer::sum);
    }
    if (counts.size() < 2) {
      return;
    }
    // Of equally many, the hyphen of ISO 8601.
    char most =
        counts.entrySet().stream()
            .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
            .orElseThrow()
            .getKey();
    for (int i = first(text, 0); i >= 0; i = first(text, i + 1)) {
      if (text.charAt(i) != most) {
        notes.accept(Oddity.of(Rule.MIXED_DATES, i, i + 1, Character.toString(most)));
      }
    }
  }

  /** The next separator behind a year. */
  private static int first(String text, int from) {
    int last = text.length() - (LENGTH - YEAR);
    for (int i = Math.max(from, YEAR); i <= last; i++) {
      if (isSeparator(text.charAt(i)) && isDate(text, i - YEAR)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether one of both separators of a date stands there. */
  static boolean isSeparatorAt(String text, int offset) {
    return isDate(text, offset - YEAR) || isDate(text, offset - SECOND);
  }

  private static boolean isSeparator(char c) {
    return c < 0x80
        ? c == '-' || c == '/' || c == '.'
        : c >= 0x2010 && c <= 0x2015 || c == 0x2044 || c == 0x2215 || c == 0x2212;
  }

  private static boolean isDate(String text, int start) {
    int end = start + LENGTH;
    if (start < 0
        || end > text.length()
        || text.charAt(start + YEAR) != text.charAt(start + SECOND)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (i != start + YEAR && i != start + SECOND && !isDigit(text.charAt(i))) {
        return false;
      }
    }
    int month = number(text, start + YEAR + 1);
    int day = number(text, start + SECOND + 1);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && (start == 0 || !isBeside(text.charAt(start - 1)))
        && (end == text.length() || !isBeside(text.charAt(end)) || text.charAt(end) == '.');
  }

  /** In paths and longer numbers. */
  private static boolean isBeside(char c) {
    return isDigit(c) || c == '/' || c == '.' || c == '-' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
