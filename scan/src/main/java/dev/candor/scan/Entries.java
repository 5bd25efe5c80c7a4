package dev.candor.scan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes strings the entries of a list: they are names, words, hosts, paths, or short phrases.
 */
final class Entries {
  static final int FEWEST = 4;
  static final int FEWEST_LETTERS = 20;
  private static final int LONGEST = 100;

  /** No word of a list is as long; rubbish under a wrong key that has vowels may be. */
  private static final int LONGEST_WORD = 36;

  private static final Pattern TOO_LONG_A_WORD =
      Pattern.compile("[a-z]{" + (LONGEST_WORD + 1) + "}");

  /** Of a long list, the first so many are looked at before all are. */
  private static final int SAMPLE = 100;

  /**
   * Fewer differ only in patterns of few letters, as bit masks and S-boxes give under a key of
   * letters.
   */
  private static final int FEWEST_DISTINCT_LETTERS = 9;

  /** Mean letters an entry; codes and ranges have fewer. */
  private static final double FEWEST_LETTERS_EACH = 2.5;

  /** Mean words an entry; sentences have more. */
  private static final double MOST_WORDS = 3.5;

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "of", "and", "to", "a", "is", "in", "that", "it", "for", "was", "with", "be",
          "this", "are", "not", "or", "by", "an", "as");

  private Entries() {}

  static boolean areNames(List<String> entries) {
    int n = entries.size();
    if (n < FEWEST || n > 4 * SAMPLE && !areNames(entries.subList(0, SAMPLE))) {
      return false;
    }
    int names = n;
    int lettered = 0;
    int words = 0;
    int functionWords = 0;
    Set<String> distinct = new HashSet<>();
    for (String entry : entries) {
      if (!isName(entry) && --names < n * 0.97) {
        return false;
      }
      lettered += letters(entry) > 0 ? 1 : 0;
      distinct.add(entry);
      String bare = entry.strip();
      for (String word : bare.indexOf(' ') < 0 ? List.of(bare) : List.of(bare.split(" +"))) {
        words++;
        functionWords += FUNCTION_WORDS.contains(word) ? 1 : 0;
      }
    }
    return lettered >= n * 0.7
        && distinct.size() >= n * 0.6
        && distinct.size() >= FEWEST
        && letters(entries) >= n * FEWEST_LETTERS_EACH
        && distinctLetters(entries) >= FEWEST_DISTINCT_LETTERS
        && words <= n * MOST_WORDS
        && functionWords <= words * 0.08 + 1;
  }

  /**
   * Whether nine of ten have one of two shapes, as {@code aa_AA}: codes and tags, which do not
   * read.
   */
  static boolean areRegular(List<String> entries) {
    Map<String, Long> shapes =
        entries.stream().collect(Collectors.groupingBy(Entries::shape, Collectors.counting()));
    long most =
        shapes.values().stream()
            .sorted(Comparator.reverseOrder())
            .limit(2)
            .mapToLong(Long::longValue)
            .sum();
    return most * 10 >= entries.size() * 9L;
  }

  /** Whether all have the same shape, and that has parts. */
  static boolean haveOneShape(List<String> entries) {
    Set<String> shapes = entries.stream().map(Entries::shape).collect(Collectors.toSet());
    return shapes.size() == 1 && shapes.iterator().next().length() >= 3;
  }

  private static String shape(String entry) {
    return entry.replaceAll("[a-z]+", "a").replaceAll("[A-Z]+", "A").replaceAll("[0-9]+", "0");
  }

  static int letters(List<String> entries) {
    int letters = 0;
    for (String entry : entries) {
      letters += letters(entry);
    }
    return letters;
  }

  private static int letters(String entry) {
    int letters = 0;
    for (int i = 0; i < entry.length(); ) {
      int c = entry.codePointAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      i += Character.charCount(c);
    }
    return letters;
  }

  private static long distinctLetters(List<String> entries) {
    return entries.stream()
        .flatMapToInt(String::codePoints)
        .filter(Character::isLetter)
        .map(Character::toLowerCase)
        .distinct()
        .limit(FEWEST_DISTINCT_LETTERS)
        .count();
  }

  static boolean isFunctionWord(String word) {
    return FUNCTION_WORDS.contains(word);
  }

  /** Letters and digits with the marks of host names, paths and phrases between them. */
  static boolean isName(String entry) {
    String name = entry.strip();
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > LONGEST) {
      return false;
    }
    int good = 0;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      if (!inName(c)) {
        return false;
      }
      good += Character.isLetterOrDigit(c) ? 1 : 0;
      i += Character.charCount(c);
    }
    return good * 5 >= length * 3
        && (length < LONGEST_WORD || !TOO_LONG_A_WORD.matcher(name).find());
  }

  private static boolean inName(int c) {
    return Character.isLetterOrDigit(c)
        || (c < 0x80
            ? " .-_/@:+*#&'~()%!".indexOf(c) >= 0
            : Character.getType(c) != Character.CONTROL && c != '§' && c != '¦' && c != '•');
  }
}
