package dev.candor.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries told apart by counting: a length in front of each, or one width for all. */
final class Counted {
  private static final int NARROWEST = 3;
  private static final int WIDEST = 80;

  private Counted() {}

  static Optional<List<String>> entries(String text) {
    return prefixed(text, 0)
        .or(() -> prefixed(text, 1))
        .or(() -> prefixed(text, 2))
        .or(() -> prefixed(text, 3))
        .or(() -> statedWidth(text))
        .or(() -> width(text));
  }

  /**
   * A decimal length in front of each entry: of {@code digits} digits, or with a colon behind it
   * where that is 0 (D. J. Bernstein, "Netstrings", 1997).
   */
  private static Optional<List<String>> prefixed(String text, int digits) {
    List<String> entries = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = digits == 0 ? text.indexOf(':', at) : at + digits;
      if (end <= at || end > text.length() || end - at > 4) {
        return Optional.empty();
      }
      int length = number(text, at, end);
      int from = digits == 0 ? end + 1 : end;
      if (length <= 0 || from + length > text.length()) {
        return Optional.empty();
      }
      entries.add(text.substring(from, from + length));
      at = from + length;
      if (digits == 0 && at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    return entries.size() < Entries.FEWEST ? Optional.empty() : Optional.of(entries);
  }

  /** The width in front of all cells. */
  private static Optional<List<String>> statedWidth(String text) {
    for (int digits = 1; digits <= 2 && digits < text.length(); digits++) {
      int width = number(text, 0, digits);
      if (width >= NARROWEST && (text.length() - digits) % width == 0) {
        Optional<List<String>> cells = cells(text.substring(digits), width, true);
        if (cells.isPresent()) {
          return cells;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> width(String text) {
    // The widest first: half of a cell may look like one.
    for (int width = WIDEST; width >= NARROWEST; width--) {
      if (text.length() % width == 0) {
        Optional<List<String>> cells = cells(text, width, false);
        if (cells.isPresent()) {
          return cells;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Cells that begin with an entry and end in blanks, at least a third of them. None has blanks
   * where all are of one kind, as codes are: language tags, or whatever has one shape and a width
   * stated.
   */
  private static Optional<List<String>> cells(String text, int width, boolean stated) {
    List<String> entries = new ArrayList<>();
    int padded = 0;
    for (int at = 0; at < text.length(); at += width) {
      String cell = text.substring(at, at + width);
      String entry = cell.stripTrailing();
      if (entry.isEmpty() || Character.isWhitespace(cell.charAt(0)) || entry.indexOf(' ') >= 0) {
        return Optional.empty();
      }
      padded += entry.length() < width ? 1 : 0;
      entries.add(entry);
    }
    return entries.size() >= Entries.FEWEST
            && (padded * 3 >= entries.size()
                || LanguageTags.are(entries)
                || stated && Entries.haveOneShape(entries))
        ? Optional.of(entries)
        : Optional.empty();
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
