package dev.candor.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether what code computes could be read in the code already: splitting, joining, changing case
 * and filling in hide nothing. Judged by the letter triples of the result that the source holds.
 */
final class Visibility {
  private static final double SHARE = 0.35;

  private Visibility() {}

  static boolean isVisible(List<String> entries, String source) {
    Set<String> triples = new HashSet<>();
    String lower = letters(source);
    for (int i = 0; i + 3 <= lower.length(); i++) {
      triples.add(lower.substring(i, i + 3));
    }
    int all = 0;
    int seen = 0;
    for (String entry : entries) {
      String word = letters(entry);
      for (int i = 0; i + 3 <= word.length(); i++) {
        String triple = word.substring(i, i + 3);
        if (triple.indexOf(' ') < 0) {
          all++;
          seen += triples.contains(triple) ? 1 : 0;
        }
      }
    }
    // Codes such as en_GB hold no three letters in a row.
    return all == 0
        ? entries.stream().filter(source::contains).count() > entries.size() * SHARE
        : seen > all * SHARE;
  }

  /** Lower case, with everything but letters and digits as a space. */
  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      out.append(Character.isLetterOrDigit(c) ? c : ' ');
    }
    return out.toString();
  }
}
