package dev.candor.lab.inference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a reader can make anything of a value. */
final class Legibility {
  private static final Pattern UNBROKEN =
      Pattern.compile("(?=[^a-zA-Z]*[a-zA-Z])(?=\\D*\\d)[A-Za-z0-9+/_=.:-]{8,}|\\d{9,}");

  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]+");

  /** Words may be joined as {@code GeminiCLI} and {@code VSCode} are. */
  private static final Pattern LETTERS = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

  /** Letters of chance change case every other time; words are longer. */
  private static final int LETTERS_OF_A_WORD = 3;

  /** As {@code 61}, {@code 20260701}, {@code x64}, {@code 256color}; beside words only. */
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("[0-9]{1,8}|[A-Za-z]+[0-9]{1,4}|[0-9]{1,4}[A-Za-z]+");

  private Legibility() {}

  /**
   * Whether nobody can read what stands there: letters and digits, without a space between, and not
   * made of words.
   *
   * @param before what stands before it, without a space
   * @param after what stands behind it
   */
  static boolean isUnreadable(String before, String symbol, String after) {
    String all = before + symbol + after;
    return UNBROKEN.matcher(all.strip()).matches()
        && !isOfWords(around(all, before.length(), before.length() + symbol.length()));
  }

  /** The runs of letters and digits that a range touches. */
  private static String around(String all, int from, int to) {
    int start = from;
    while (start > 0 && isOfRun(all.charAt(start - 1))) {
      start--;
    }
    int end = to;
    while (end < all.length() && isOfRun(all.charAt(end))) {
      end++;
    }
    return all.substring(start, end);
  }

  private static boolean isOfRun(char sign) {
    return sign < 128 && Character.isLetterOrDigit(sign);
  }

  private static boolean isOfWords(String text) {
    boolean some = false;
    for (Matcher run = RUN.matcher(text); run.find(); ) {
      if (isWord(run.group())) {
        some = true;
      } else if (!PLAIN_NUMBER.matcher(run.group()).matches()) {
        return false;
      }
    }
    return some;
  }

  private static boolean isWord(String run) {
    int parts = 0;
    Matcher letters = LETTERS.matcher(run);
    int at = 0;
    while (letters.find() && letters.start() == at) {
      at = letters.end();
      parts++;
    }
    return at == run.length() && run.length() >= LETTERS_OF_A_WORD * parts;
  }
}
