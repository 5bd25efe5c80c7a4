package dev.candor.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Whether a character stands where it belongs. UTS #39, 5.1 and 5.3, tells letters that are out of
 * place by the scripts of one word; here the words beside it count too, since a word of look-alikes
 * only (Cyrillic a) is common in its own language and suspicious in another.
 */
public final class Home {
  /** How many words on each side are looked at. */
  private static final int BESIDE = 2;

  /** UTF-16 units between two words beyond which nobody reads on. */
  private static final int FAR = 64;

  /** Written together in one word (UTS #39, 5.1, augmented script sets). */
  private static final Set<UnicodeScript> EAST_ASIAN =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL);

  private final String text;
  private final Map<UnicodeScript, Boolean> answers = new EnumMap<>(UnicodeScript.class);

  /** The word that the answers are about. */
  private int start;

  private int end;

  /** Places are best asked in their order: what is found out about a word is kept for it. */
  public Home(String text) {
    this.text = text;
  }

  /**
   * Whether its own word has no Latin letter, and that word or one beside it in the line has a
   * letter of its script that cannot be taken for ASCII.
   */
  boolean isAmongItsScript(int offset) {
    UnicodeScript script = scriptOf(text.codePointAt(offset));
    if (script == UnicodeScript.LATIN
        || script == UnicodeScript.COMMON
        || script == UnicodeScript.INHERITED) {
      return false;
    }
    if (offset < start || offset >= end) {
      answers.clear();
      start = wordStart(text, offset);
      end = wordEnd(text, offset + Character.charCount(text.codePointAt(offset)));
    }
    return answers.computeIfAbsent(
        script,
        s ->
            !hasLatin(text, start, end)
                && (isPlainly(s, text, start, end)
                    || isBefore(s, text, start)
                    || isBehind(s, text, end)));
  }

  private static boolean isBefore(UnicodeScript script, String text, int start) {
    int end = start;
    for (int words = 0; words < BESIDE; words++) {
      int stop = Math.max(0, end - FAR);
      while (end > stop && !isOfWord(text.codePointBefore(end)) && text.charAt(end - 1) != '\n') {
        end -= Character.charCount(text.codePointBefore(end));
      }
      int from = wordStart(text, end);
      if (isPlainly(script, text, from, end)) {
        return true;
      }
      end = from;
    }
    return false;
  }

  private static boolean isBehind(UnicodeScript script, String text, int end) {
    int start = end;
    for (int words = 0; words < BESIDE; words++) {
      int stop = Math.min(text.length(), start + FAR);
      while (start < stop && !isOfWord(text.codePointAt(start)) && text.charAt(start) != '\n') {
        start += Character.charCount(text.codePointAt(start));
      }
      int to = wordEnd(text, start);
      if (isPlainly(script, text, start, to)) {
        return true;
      }
      start = to;
    }
    return false;
  }

  /** Full-width signs and the ideographic space, beside what they are made for. */
  public boolean isOfEastAsianTypography(int offset) {
    if (!isEastAsianSign(text.codePointAt(offset))) {
      return false;
    }
    int before = offset;
    while (before > Math.max(0, offset - FAR) && isEastAsianSign(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    int behind = offset;
    while (behind < Math.min(text.length(), offset + FAR)
        && isEastAsianSign(text.codePointAt(behind))) {
      behind += Character.charCount(text.codePointAt(behind));
    }
    return before > 0 && isEastAsian(text.codePointBefore(before))
        || behind < text.length() && isEastAsian(text.codePointAt(behind));
  }

  private static boolean isEastAsianSign(int c) {
    return c >= 0x3000 && c <= 0x303f && UnicodeScript.of(c) == UnicodeScript.COMMON
        || c >= 0xff01 && c <= 0xff65 && !Character.isLetterOrDigit(c);
  }

  private static boolean isEastAsian(int c) {
    return EAST_ASIAN.contains(UnicodeScript.of(c));
  }

  private static UnicodeScript scriptOf(int c) {
    return isEastAsian(c) ? UnicodeScript.HAN : UnicodeScript.of(c);
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (at > 0 && isOfWord(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isOfWord(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean hasLatin(String text, int start, int end) {
    return text.substring(start, end)
        .codePoints()
        .anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN);
  }

  private static boolean isPlainly(UnicodeScript script, String text, int start, int end) {
    return text.substring(start, end)
        .codePoints()
        .anyMatch(c ->
            scriptOf(c) == script
                && Character.isLetter(c)
                && Likeness.folded(Character.toString(c)).chars().anyMatch(f -> f > '~'));
  }
}
