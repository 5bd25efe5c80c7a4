package dev.candor.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Whether a character without ink changes how its neighbours look, so that it is seen in them. */
public final class Joining {
  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;
  private static final int TEXT_STYLE = 0xfe0e;
  private static final int EMOJI_STYLE = 0xfe0f;
  private static final int KEYCAP = 0x20e3;
  private static final int BLACK_FLAG = 0x1f3f4;
  private static final int LAST_TAG = 0xe007f;

  /** Five letters of a region's name and the end, each two units; longer ones hold something. */
  private static final int LONGEST_FLAG = 14;

  /** A selector and a colour of skin, which takes two. */
  private static final int LONGEST_STYLE = 3;

  /** Whose letters join, or form clusters (UAX #31, 2.3, A1 to B). */
  private static final Set<UnicodeScript> JOINED =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  private Joining() {}

  /** Whether the invisible character at that place, in UTF-16 units, does something there. */
  public static boolean isSeen(String text, int offset) {
    int c = text.codePointAt(offset);
    int before = offset == 0 ? 0 : text.codePointBefore(offset);
    int next = offset + Character.charCount(c);
    int behind = next < text.length() ? text.codePointAt(next) : 0;
    return switch (c) {
      case JOINER -> isJoined(before) || joinsEmoji(text, offset, behind);
      case NON_JOINER -> isJoined(before) && isJoined(behind);
      case EMOJI_STYLE, TEXT_STYLE ->
          before < 0x80
              ? is(UProperty.EMOJI, before) && c == EMOJI_STYLE && behind == KEYCAP
              // One that asks for the style that the sign has by itself changes nothing.
              : is(UProperty.EMOJI, before)
                  && is(UProperty.EMOJI_PRESENTATION, before) == (c == TEXT_STYLE);
      default ->
          isVariantOfIdeograph(c) && UnicodeScript.of(before) == UnicodeScript.HAN
              || c >= 0x180b && c <= 0x180f && UnicodeScript.of(before) == UnicodeScript.MONGOLIAN
              || isTag(c) && isOfFlag(text, offset);
    };
  }

  /** ICU knows the emoji of later versions of Unicode than the Java runtime. */
  private static boolean is(int property, int c) {
    return UCharacter.hasBinaryProperty(c, property);
  }

  private static boolean isJoined(int c) {
    return JOINED.contains(UnicodeScript.of(c));
  }

  private static boolean joinsEmoji(String text, int offset, int behind) {
    int at = offset;
    while (at > Math.max(0, offset - LONGEST_STYLE)
        && (text.charAt(at - 1) == EMOJI_STYLE
            || is(UProperty.EMOJI_MODIFIER, text.codePointBefore(at)))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at > 0
        && is(UProperty.EXTENDED_PICTOGRAPHIC, text.codePointBefore(at))
        && is(UProperty.EMOJI, behind)
        && behind > 0x7f;
  }

  /** Standardised and registered variants (UTS #37). */
  private static boolean isVariantOfIdeograph(int c) {
    return c >= 0xfe00 && c <= 0xfe02 || c >= 0xe0100 && c <= 0xe01ef;
  }

  private static boolean isTag(int c) {
    return c >= 0xe0020 && c <= LAST_TAG;
  }

  /** The flags of England, Scotland, Wales and the like (UTS #51, emoji tag sequences). */
  private static boolean isOfFlag(String text, int offset) {
    int start = offset;
    while (start > Math.max(0, offset - LONGEST_FLAG) && isTag(text.codePointBefore(start))) {
      start -= 2;
    }
    int end = offset;
    while (end < Math.min(text.length(), offset + LONGEST_FLAG) && isTag(text.codePointAt(end))) {
      end += 2;
    }
    return start > 0
        && text.codePointBefore(start) == BLACK_FLAG
        && text.codePointBefore(end) == LAST_TAG
        && text.substring(start, end).codePoints().filter(c -> c == LAST_TAG).count() == 1
        && end - start <= LONGEST_FLAG;
  }
}
