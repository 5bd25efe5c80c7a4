package dev.candor.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A character that a reader takes for another or does not see. What is at home where it stands is
 * none: a letter among letters of its script, a joiner within a word that needs it, the selector
 * that makes a sign an emoji.
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
    Home home = new Home(text);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c > '~') {
        add(c, i, text, home, marks);
      }
    }
    return marks;
  }

  private static void add(int c, int offset, String text, Home home, List<Mark> marks) {
    if (Likeness.isInvisible(c)) {
      if (!Joining.isSeen(text, offset)) {
        marks.add(new Mark(c, offset, Kind.INVISIBLE));
      }
    } else if (Character.isSpaceChar(c)) {
      if (!home.isOfEastAsianTypography(offset)) {
        marks.add(new Mark(c, offset, Kind.SPACE));
      }
    } else if (isLookalike(c)
        && !home.isAmongItsScript(offset)
        && !home.isOfEastAsianTypography(offset)) {
      marks.add(new Mark(c, offset, Kind.LOOKALIKE));
    }
  }

  private static boolean isLookalike(int c) {
    String skeleton = Likeness.folded(Character.toString(c));
    return skeleton.chars().allMatch(f -> f > ' ' && f <= '~')
        && !(skeleton.length() > 1 && isLatinLetterOfToday(c));
  }

  /** Such as the ae of Danish and the oe of French, which only the skeleton makes two letters. */
  private static boolean isLatinLetterOfToday(int c) {
    return UnicodeScript.of(c) == UnicodeScript.LATIN && SpoofChecker.RECOMMENDED.contains(c);
  }
}
