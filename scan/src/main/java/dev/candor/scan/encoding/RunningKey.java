package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/**
 * A key that moves on with every byte: {@code (start + step * index) mod 256}, or a key of the code
 * plus the index, combined with the data by exclusive or, or subtracted from it. A step of 0 under
 * subtraction is the plain byte shift; under exclusive or it is {@link Xor}.
 */
@AutoService(Encoding.class)
public final class RunningKey implements Encoding {
  /** 131,072 keys are tried, so chance survives 24 bytes once in 50,000 tries. */
  private static final int SHORTEST = 24;

  /** Data that so many keys make plausible has no key: it hardly varies. */
  private static final int MOST_FITTING = 64;

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
    byte[] sample = in.prefix(96);
    if (!clues.source() || sample.length < SHORTEST) {
      return;
    }
    search(in, sample, true, out);
    search(in, sample, false, out);
    for (byte[] key : clues.keys()) {
      if (key.length > 1
          && in.total() >= 2 * key.length
          && TextBytes.mostlyText(withIndex(in.prefix(64), key), 64)) {
        out.accept(
            new Peeled("xor:" + Key.name(key) + "+index", in.map(piece -> withIndex(piece, key))));
      }
    }
  }

  /**
   * For each step, 64 starts at a time: every byte leaves those that make it plausible, so that
   * chance data has none left after some six bytes.
   */
  private static void search(Pieces in, byte[] sample, boolean xor, Consumer<Peeled> out) {
    long[][] keys = xor ? PlausibleKeys.XOR : PlausibleKeys.SUBTRACT;
    double bestWeight = 0;
    int best = -1;
    int fitting = 0;
    for (int step = xor ? 1 : 0; step < 256; step++) {
      for (int block = 0; block < 256; block += 64) {
        long left = -1L;
        int key = block;
        for (int i = 0; i < sample.length && left != 0; i++) {
          left &= from(keys[sample[i] & 0xff], key & 0xff);
          key += step;
        }
        for (; left != 0 && fitting < MOST_FITTING; left &= left - 1, fitting++) {
          int start = block + Long.numberOfTrailingZeros(left);
          double weight = weight(sample, start, step, xor);
          if (weight > bestWeight) {
            bestWeight = weight;
            best = step << 8 | start;
          }
        }
      }
    }
    if (best > 0) {
      int start = best & 0xff;
      int step = best >> 8;
      String name = xor ? "xor:" : "subtract:";
      out.accept(
          new Peeled(
              name + start + (step == 0 ? "" : "+" + step + "*index"),
              in.map(piece -> apply(piece, start, step, xor))));
    }
  }

  /** 64 bits of a ring of 256, from bit {@code at} on. */
  private static long from(long[] ring, int at) {
    int word = at >> 6;
    return ring[word] >>> at | ring[word + 1] << 1 << (63 - (at & 63));
  }

  private static double weight(byte[] sample, int start, int step, boolean xor) {
    double sum = 0;
    int key = start;
    for (byte b : sample) {
      sum += TextBytes.weight(xor ? b ^ key & 0xff : b - key);
      key += step;
    }
    return sum;
  }

  static byte[] apply(byte[] bytes, int start, int step, boolean xor) {
    byte[] plain = new byte[bytes.length];
    int key = start;
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) (xor ? bytes[i] ^ key : bytes[i] - key);
      key += step;
    }
    return plain;
  }

  private static byte[] withIndex(byte[] bytes, byte[] key) {
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) (bytes[i] ^ key[i % key.length] + i);
    }
    return plain;
  }
}
