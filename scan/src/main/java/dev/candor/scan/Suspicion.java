package dev.candor.scan;

import dev.candor.scan.encoding.Letters;
import dev.candor.scan.encoding.Rotation;
import java.util.HexFormat;

/** Cheap tests that say which of a bundle's hundred thousand strings are worth a search. */
final class Suspicion {
  private static final int SHORTEST = 16;

  /** So many characters show whether a text reads. */
  private static final int SAMPLE = 200;

  /** Bits a letter that the right rotation of names gains by its letters alone; 0.1 is usual. */
  private static final double ROTATED = 0.4;

  private static final double ROTATED_BELOW = 0.1;

  private Suspicion() {}

  /** Whether a literal may be something else than it shows. */
  static boolean looksEncoded(String value) {
    int length = value.length();
    if (length < SHORTEST) {
      return false;
    }
    int spaces = 0;
    int odd = 0;
    int wide = 0;
    boolean hex = true;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      spaces += c == ' ' || c == '\n' ? 1 : 0;
      odd += c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0x7f && c < 0x100 ? 1 : 0;
      wide += c >= 0x100 ? 1 : 0;
      hex = hex && HexFormat.isHexDigit(c);
    }
    if (hex || odd * 10 > length) {
      return true;
    }
    if (wide * 10 > length) {
      return false;
    }
    double score = Letters.of(value.substring(0, Math.min(length, SAMPLE))).score();
    if (spaces == 0) {
      return score < (length < 24 ? -0.2 : 0.15)
          || value.endsWith("=")
          || value.startsWith("=")
          || value.startsWith("%");
    }
    return score < -0.4 && length >= 32;
  }

  /**
   * Whether letters are less than half of it, so that how they read says nothing: names under a key
   * of letters become digits and marks.
   */
  static boolean hasFewLetters(String value) {
    return Letters.of(value).letters() * 2 < value.length();
  }

  /**
   * Whether it reads clearly better back to front, with its pairs exchanged, or its letters moved.
   */
  static boolean readsBetterTurned(String value) {
    int length = value.length();
    if (length < 24 || length > 100_000 || value.indexOf("  ") >= 0) {
      return false;
    }
    String sample = value.substring(0, Math.min(length, SAMPLE));
    double plain = Letters.of(sample).score();
    if (plain > 0.45) {
      return false;
    }
    StringBuilder reversed = new StringBuilder(sample).reverse();
    if (Letters.of(reversed).score() > plain + 0.25) {
      return true;
    }
    StringBuilder swapped = new StringBuilder(sample);
    for (int i = 0; i + 1 < sample.length(); i += 2) {
      swapped.setCharAt(i, value.charAt(i + 1));
      swapped.setCharAt(i + 1, value.charAt(i));
    }
    return Letters.of(swapped).score() > plain + 0.5
        || areTags(swapped) && !areTags(sample)
        || areTags(reversed) && !areTags(sample)
        || plain < ROTATED_BELOW && Rotation.gain(sample) > ROTATED;
  }

  /** Language tags read no better in one order than in another, but are known. */
  private static boolean areTags(CharSequence text) {
    return LanguageTags.mayFill(text.toString())
        && Separation.best(text.toString()).filter(LanguageTags::are).isPresent();
  }
}
