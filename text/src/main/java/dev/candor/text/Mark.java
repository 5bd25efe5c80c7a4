package dev.candor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A character that a reader takes for another or does not see.
 *
 * @param codePoint the character
 * @param offset in UTF-16 units from the beginning of the text
 * @param kind why it is listed
 */
public record Mark(int codePoint, int offset, Kind kind) {
  /** What a reader makes of it. */
  public enum Kind {
    /** Reads as ASCII characters by UTS #39 (its skeleton), and is none. */
    LOOKALIKE,
    /** A space that is not U+0020. */
    SPACE,
    /** Not seen at all. */
    INVISIBLE
  }

  /** All of a text, in its order. That one stands there says nothing about why. */
  public static List<Mark> in(String text) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c > '~') {
        add(c, i, marks);
      }
    }
    return marks;
  }

  private static void add(int c, int offset, List<Mark> marks) {
    if (Likeness.isInvisible(c)) {
      marks.add(new Mark(c, offset, Kind.INVISIBLE));
    } else if (Character.isSpaceChar(c)) {
      marks.add(new Mark(c, offset, Kind.SPACE));
    } else if (Likeness.folded(Character.toString(c)).chars().allMatch(f -> f > ' ' && f <= '~')) {
      marks.add(new Mark(c, offset, Kind.LOOKALIKE));
    }
  }
}
