package dev.candor.campaign.sketch;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text, so that texts which differ in form, white space, punctuation, numbers and
 * identifiers alone have the same.
 */
final class Words {
  /** What stands for a number or an identifier, however many of them follow each other. */
  static final String BLANK = "0";

  /** RFC 9562; its parts need not have digits. */
  private static final Pattern UUID =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\\p{L}\\p{N}])");

  /** Scripts that put no space between words: each of their characters is one. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Words() {}

  /** In their order: NFKC, small letters; a word with a digit is {@link #BLANK}. */
  static List<String> of(String text) {
    String plain =
        Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKC);
    String blanked = UUID.matcher(plain).replaceAll(BLANK);
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < blanked.length()) {
      int c = blanked.codePointAt(at);
      int end = at + Character.charCount(c);
      if (!isPart(c)) {
        at = end;
        continue;
      }
      if (!isAlone(c)) {
        while (end < blanked.length() && joins(blanked.codePointAt(end))) {
          end += Character.charCount(blanked.codePointAt(end));
        }
      }
      add(words, blanked.substring(at, end));
      at = end;
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    if (word.codePoints().noneMatch(Character::isDigit)) {
      words.add(word);
    } else if (words.isEmpty() || !words.getLast().equals(BLANK)) {
      words.add(BLANK);
    }
  }

  private static boolean joins(int c) {
    return isPart(c) && !isAlone(c);
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  private static boolean isAlone(int c) {
    return c > 0xff && UNSPACED.contains(UnicodeScript.of(c));
  }
}
