package dev.candor.audit.text;

import dev.candor.audit.Rendering;
import dev.candor.text.odd.Examination.Located;
import dev.candor.text.odd.Oddity;
import java.util.List;
import java.util.Optional;

/** What is said of an oddity in all formats. */
public final class OddityWords {
  private static final int MOST_NAMED = 16;

  private OddityWords() {}

  /** As {@code U+02BC MODIFIER LETTER APOSTROPHE}. */
  public static String name(int codePoint) {
    return "U+%04X %s"
        .formatted(
            codePoint, Optional.ofNullable(Character.getName(codePoint)).orElse("without a name"));
  }

  /** The characters, each once; a long run's first. */
  public static List<Integer> characters(Located place) {
    return place.odd().codePoints().distinct().limit(MOST_NAMED).boxed().toList();
  }

  /** What a reader sees there. */
  public static String seen(Oddity oddity) {
    return switch (oddity.rule().kind()) {
      case INVISIBLE -> "nothing";
      case SPACE -> oddity.usual().equals("\n") ? "the end of a line, or nothing" : "a space";
      case LOOKALIKE -> oddity.usual();
    };
  }

  /** What would stand there usually, with its name. */
  public static String usual(Oddity oddity) {
    return oddity.usual().isEmpty() ? "nothing" : Rendering.of(oddity.usual());
  }
}
