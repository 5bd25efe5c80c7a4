package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Exclusive or with an unknown key of 2 to 32 bytes, over and over. The key is found as Friedman
 * did ("The Index of Coincidence", 1922): the key's length is a distance at which equal bytes are
 * frequent, then each column is a one-byte key.
 */
@AutoService(Encoding.class)
public final class RepeatingXor implements Encoding {
  private static final int LONGEST = 32;
  private static final int LOOKED_AT = 1024;
  private static final int SHORTEST_COLUMN = 10;

  /** Text repeats a character at a given distance in 5 to 7 of 100 places, chance in 0.4. */
  private static final double COINCIDENCE = 0.03;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    if (clues.source() && in.single()) {
      search(in, out);
    }
  }

  private static Peeled peeled(Pieces in, byte[] key) {
    return new Peeled(KeyedXor.step(key), in.map(piece -> KeyedXor.apply(piece, key)));
  }

  private static void search(Pieces in, Consumer<Peeled> out) {
    byte[] sample = in.prefix(LOOKED_AT);
    for (int length : likeliestLengths(sample)) {
      byte[] key = columns(sample, length);
      if (TextBytes.mostlyText(KeyedXor.apply(sample, key), 256)) {
        byte[] improved = shortest(improve(sample, key));
        if (TextBytes.allText(KeyedXor.apply(in.joined(), improved))) {
          out.accept(peeled(in, improved));
        }
      }
    }
  }

  /**
   * The two distances at which bytes are equal most often, if they are so often enough for text.
   */
  private static int[] likeliestLengths(byte[] sample) {
    int longest = Math.min(LONGEST, sample.length / SHORTEST_COLUMN);
    return IntStream.rangeClosed(2, Math.max(1, longest))
        .filter(length -> coincidence(sample, length) >= COINCIDENCE)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer length) -> -coincidence(sample, length)))
        .limit(2)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double coincidence(byte[] sample, int distance) {
    int same = 0;
    int n = sample.length - distance;
    for (int i = 0; i < n; i++) {
      if (sample[i] == sample[i + distance]) {
        same++;
      }
    }
    return (double) same / n;
  }

  private static byte[] columns(byte[] sample, int length) {
    byte[] key = new byte[length];
    for (int column = 0; column < length; column++) {
      double bestWeight = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 256; k++) {
        double weight = 0;
        for (int i = column; i < sample.length; i += length) {
          weight += TextBytes.weight(sample[i] ^ k);
        }
        if (weight > bestWeight) {
          bestWeight = weight;
          key[column] = (byte) k;
        }
      }
    }
    return key;
  }

  /** Changes one column at a time while the letters read better together: short columns mislead. */
  private static byte[] improve(byte[] sample, byte[] key) {
    byte[] text = Arrays.copyOf(sample, Math.min(sample.length, 384));
    byte[] best = key.clone();
    double bestScore = score(text, best);
    for (int round = 0; round < 3; round++) {
      boolean better = false;
      for (int column = 0; column < key.length; column++) {
        byte[] tried = best.clone();
        for (int k = 0; k < 256; k++) {
          tried[column] = (byte) k;
          if (!plausible(text, tried, column)) {
            continue;
          }
          double score = score(text, tried);
          if (score > bestScore) {
            bestScore = score;
            best = tried.clone();
            better = true;
          }
        }
      }
      if (!better) {
        break;
      }
    }
    return best;
  }

  private static boolean plausible(byte[] text, byte[] key, int column) {
    for (int i = column; i < text.length; i += key.length) {
      if (!TextBytes.plausible(text[i] ^ key[column])) {
        return false;
      }
    }
    return true;
  }

  private static double score(byte[] text, byte[] key) {
    byte[] plain = KeyedXor.apply(text, key);
    Letters.Measure measure = Letters.of(plain, 0, plain.length);
    double usual = 0;
    for (byte b : plain) {
      usual += TextBytes.weight(b);
    }
    return measure.score() * measure.letters() + usual;
  }

  /** "abab" is the key "ab" found at twice its length. */
  private static byte[] shortest(byte[] key) {
    for (int length = 1; length <= key.length / 2; length++) {
      if (key.length % length == 0
          && Arrays.equals(KeyedXor.apply(new byte[key.length], Arrays.copyOf(key, length)), key)) {
        return Arrays.copyOf(key, length);
      }
    }
    return key;
  }
}
