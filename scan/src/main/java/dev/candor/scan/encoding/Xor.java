package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Every byte combined with the same key byte by exclusive or.
 *
 * <p>Keys are not tried one after the other: each byte leaves those keys that make it plausible
 * text, so that after a dozen bytes of chance data none is left, and on real text one or a few.
 */
@AutoService(Encoding.class)
public final class Xor implements Encoding {
  /** Fewer bytes leave keys by chance: 255 keys times (99/256)^16 is one in 15,000. */
  private static final int SHORTEST = 16;

  private static final int LOOKED_AT = 2048;
  private static final int TOLERANT = 96;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] sample = in.prefix(LOOKED_AT);
    if (sample.length < SHORTEST) {
      return;
    }
    int key = strictKey(sample);
    if (key == 0 && clues.source()) {
      key = tolerantKey(sample);
    }
    if (key != 0) {
      byte k = (byte) key;
      out.accept(new Peeled("xor:" + key, in.map(piece -> apply(piece, k))));
    }
  }

  private static byte[] apply(byte[] bytes, byte key) {
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) (bytes[i] ^ key);
    }
    return plain;
  }

  /** Whether any key leaves all bytes plausible. */
  static boolean hasKey(byte[] sample) {
    return keysFor(sample).length > 0;
  }

  /** The keys that leave all bytes plausible, as four words of a bit set; empty where none does. */
  private static long[] keysFor(byte[] sample) {
    long a = ~1L; // key 0 changes nothing
    long b = -1L;
    long c = -1L;
    long d = -1L;
    for (byte value : sample) {
      long[] keys = PlausibleKeys.XOR[value & 0xff];
      a &= keys[0];
      b &= keys[1];
      c &= keys[2];
      d &= keys[3];
      if ((a | b | c | d) == 0) {
        return new long[0];
      }
    }
    return new long[] {a, b, c, d};
  }

  /** The key under which all bytes are plausible and the most usual, or 0. */
  private static int strictKey(byte[] sample) {
    long[] left = keysFor(sample);
    if (left.length == 0) {
      return 0;
    }
    int[] counts = counts(sample);
    int best = 0;
    double bestWeight = 0;
    for (int k = 1; k < 256; k++) {
      if ((left[k >> 6] >> (k & 63) & 1) != 0) {
        double weight = weight(counts, k);
        if (weight > bestWeight) {
          bestWeight = weight;
          best = k;
        }
      }
    }
    return best;
  }

  /** As above, with a few foreign bytes allowed: a separator or letter outside ASCII. */
  private static int tolerantKey(byte[] sample) {
    int n = Math.min(TOLERANT, sample.length);
    int best = 0;
    double bestWeight = n * 0.5;
    int[] counts = {};
    for (int k = 1; k < 256; k++) {
      int foreign = 0;
      int most = n / 6;
      for (int i = 0; i < n && foreign <= most; i++) {
        if (!TextBytes.plausible(sample[i] ^ k)) {
          foreign++;
        }
      }
      if (foreign <= most) {
        counts = counts.length == 0 ? counts(sample) : counts;
        double weight = weight(counts, k);
        if (weight > bestWeight) {
          bestWeight = weight;
          best = k;
        }
      }
    }
    return best;
  }

  /** Each byte value that there is, and how often: pairs in a row. */
  private static int[] counts(byte[] sample) {
    int[] count = new int[256];
    int n = Math.min(512, sample.length);
    for (int i = 0; i < n; i++) {
      count[sample[i] & 0xff]++;
    }
    int[] pairs = new int[512];
    int length = 0;
    for (int b = 0; b < 256; b++) {
      if (count[b] > 0) {
        pairs[length++] = b;
        pairs[length++] = count[b];
      }
    }
    return Arrays.copyOf(pairs, length);
  }

  private static double weight(int[] counts, int key) {
    double sum = 0;
    for (int i = 0; i < counts.length; i += 2) {
      sum += counts[i + 1] * TextBytes.weight(counts[i] ^ key);
    }
    return sum;
  }
}
