package dev.candor.text.odd;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Characters that read as an apostrophe in English words, by UTS #39, and are none. Between letters
 * of other languages many of them are letters: Breton, Hausa, Uzbek, Quechua.
 */
final class Apostrophes {
  private static final int LONGEST_STEM = 32;

  private static final Set<String> PRONOUNS =
      Set.of(
          "i", "you", "he", "she", "it", "we", "they", "that", "this", "there", "here", "who",
          "what", "where", "when", "how", "would", "could", "should", "might", "must");

  private static final Set<String> BEHIND_PRONOUNS = Set.of("re", "ve", "ll", "d", "m");

  private Apostrophes() {}

  static boolean isAlike(int c) {
    return Alike.ascii(c) == '\'' && c != 0x2019;
  }

  static Optional<Oddity> check(Setting setting, int offset) {
    String text = setting.text;
    int c = text.codePointAt(offset);
    if (!isInEnglishWord(text, offset) || setting.isLetterHere(c)) {
      return Optional.empty();
    }
    // These two are on keyboards, or what a word processor makes of one.
    Rule rule = c == 0xb4 || c == 0x2018 ? Rule.APOSTROPHE_AS_TYPED : Rule.APOSTROPHE;
    int end = offset + Character.charCount(c);
    return Optional.of(Oddity.of(rule, offset, end, setting.apostrophe()));
  }

  /** A possessive or a contraction: ASCII letters, the sign, one of a few endings. */
  static boolean isInEnglishWord(String text, int offset) {
    int start = offset;
    while (start > Math.max(0, offset - LONGEST_STEM)
        && Scripts.isAsciiLetter(text.charAt(start - 1))) {
      start--;
    }
    int after = offset + Character.charCount(text.codePointAt(offset));
    int end = after;
    while (end < Math.min(text.length(), after + LONGEST_STEM)
        && Scripts.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    if (start > 0 && Character.isLetterOrDigit(text.codePointBefore(start))
        || end < text.length() && isOfWord(text.codePointAt(end))) {
      return false;
    }
    String stem = text.substring(start, offset).toLowerCase(Locale.ROOT);
    String ending = text.substring(after, end).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "s" -> stem.length() >= 2;
      case "t" -> stem.length() >= 3 && stem.endsWith("n");
      case "clock" -> stem.equals("o");
      case "all" -> stem.equals("y");
      default -> BEHIND_PRONOUNS.contains(ending) && PRONOUNS.contains(stem);
    };
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || Scripts.isMark(c);
  }
}
