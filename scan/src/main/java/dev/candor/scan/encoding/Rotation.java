package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** Letters moved along the alphabet by 1 to 25 places, all else left alone: Caesar's, ROT13. */
@AutoService(Encoding.class)
public final class Rotation implements Encoding {
  private static final int FEWEST_LETTERS = 24;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    if (!clues.source()) {
      return;
    }
    byte[] sample = in.prefix(1024);
    int letters = Letters.of(sample, 0, sample.length).letters();
    if (letters < FEWEST_LETTERS || letters * 2 < sample.length) {
      return;
    }
    double bestScore = 0;
    int best = 0;
    for (int by = 1; by < 26; by++) {
      byte[] turned = turn(sample, by);
      Letters.Measure measure = Letters.of(turned, 0, turned.length);
      if (measure.score() > bestScore) {
        bestScore = measure.score();
        best = by;
      }
    }
    if (best != 0) {
      int by = best;
      out.accept(new Peeled("rot" + (26 - by), in.map(piece -> turn(piece, by))));
    }
  }

  /**
   * How much more usual a text's letters are under the best rotation than as they stand, in bits a
   * letter: 0 for most texts, and told by counting letters once. 0 also for fewer than 24 letters.
   */
  public static double gain(String text) {
    int[] count = new int[26];
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (letter >= 0 && letter < 26 && text.charAt(i) < 0x80) {
        count[letter]++;
        letters++;
      }
    }
    if (letters < FEWEST_LETTERS) {
      return 0;
    }
    double best = 0;
    double plain = 0;
    for (int by = 0; by < 26; by++) {
      double weight = 0;
      for (int letter = 0; letter < 26; letter++) {
        weight += count[letter] * TextBytes.weight('a' + (letter + by) % 26);
      }
      plain = by == 0 ? weight : plain;
      best = Math.max(best, weight);
    }
    return (best - plain) / letters;
  }

  private static byte[] turn(byte[] bytes, int by) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      int first = b >= 'a' && b <= 'z' ? 'a' : b >= 'A' && b <= 'Z' ? 'A' : 0;
      turned[i] = first == 0 ? b : (byte) (first + (b - first + by) % 26);
    }
    return turned;
  }
}
