package dev.candor.audit;

import dev.candor.text.Visible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renderings that look alike, told apart: beside a character stands its name in Unicode. */
public final class Rendering {
  /** Up to so many characters are all named; of a longer text those outside ASCII. */
  private static final int SHORT = 2;

  private static final int NAMED = 4;
  private static final int LENGTH = 120;
  private static final int LAST_ASCII = 0x7e;
  private static final String DOTTED_CIRCLE = "\u25cc";

  private Rendering() {}

  /**
   * As {@code ’ U+2019 RIGHT SINGLE QUOTATION MARK}: the text made visible and shortened, in quotes
   * where it is longer than a character or would be overlooked, then the names.
   */
  public static String of(String text) {
    if (text.isEmpty()) {
      return "\"\" nothing";
    }
    boolean brief = text.codePointCount(0, text.length()) <= SHORT;
    Stream<String> names =
        text.codePoints().filter(c -> brief || c > LAST_ASCII).distinct().mapToObj(Rendering::name);
    List<String> named = names.limit(NAMED + 1L).toList();
    return Stream.of(
            Optional.of(shown(text)),
            named.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(named.stream().limit(NAMED).collect(Collectors.joining(", "))),
            named.size() > NAMED ? Optional.of("…") : Optional.<String>empty())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  /** As {@code U+2019 RIGHT SINGLE QUOTATION MARK}. */
  public static String name(int codePoint) {
    return "U+%04X %s"
        .formatted(
            codePoint, Optional.ofNullable(Character.getName(codePoint)).orElse("without a name"));
  }

  private static String shown(String text) {
    String visible = Visible.of(text, LENGTH);
    boolean single = text.codePointCount(0, text.length()) == 1;
    if (!single || visible.isBlank()) {
      return '"' + visible + '"';
    }
    // A mark alone would sit on whatever stands before it.
    return switch (Character.getType(text.codePointAt(0))) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> DOTTED_CIRCLE + visible;
      default -> visible;
    };
  }
}
