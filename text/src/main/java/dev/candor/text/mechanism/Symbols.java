package dev.candor.text.mechanism;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Symbols as files and reports write them: by code points. */
public final class Symbols {
  private static final Pattern POINTS =
      Pattern.compile("U\\+[0-9A-Fa-f]{4,6}( U\\+[0-9A-Fa-f]{4,6})*");

  private Symbols() {}

  /** As {@code U+2019}, several with spaces; empty for an empty symbol. */
  public static String points(String symbol) {
    return symbol.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
  }

  /** What {@link #points} wrote; empty where it is not so written. */
  static Optional<String> of(String points) {
    if (!POINTS.matcher(points).matches()) {
      return Optional.empty();
    }
    StringBuilder symbol = new StringBuilder();
    for (String point : points.split(" ")) {
      int code = Integer.parseInt(point.substring(2), 16);
      if (code > Character.MAX_CODE_POINT) {
        return Optional.empty();
      }
      symbol.appendCodePoint(code);
    }
    return Optional.of(symbol.toString());
  }

  /** Whether it is plain words or numbers, which nobody mistakes for others. */
  public static boolean isWord(String symbol) {
    return symbol.isEmpty()
        || symbol.length() > 1
            && symbol.chars().allMatch(c -> c >= ' ' && c <= '~')
            && symbol.equals(symbol.strip());
  }

  /** For a person: {@code ’ U+2019 RIGHT SINGLE QUOTATION MARK}, or a word in quotation marks. */
  public static String named(String symbol) {
    if (isWord(symbol)) {
      return '"' + symbol + '"';
    }
    int first = symbol.codePointAt(0);
    boolean one = symbol.length() == Character.charCount(first);
    String name = Optional.ofNullable(Character.getName(first)).orElse("unassigned");
    return dev.candor.text.Visible.of(symbol)
        + " "
        + points(symbol)
        + (one ? " " + name.toUpperCase(Locale.ROOT) : "");
  }
}
