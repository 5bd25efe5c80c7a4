package dev.candor.scan.encoding;

import dev.candor.scan.Kernels;
import dev.candor.scan.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** The search for a one-byte key, over runs of 256 bytes; that of the product against 255 tries. */
public class XorKernels extends Kernels {
  private static final int RUN = 256;
  private static final byte KEY = 91;

  private final Xor xor = new Xor();
  private final List<Pieces> noise = runs(Samples.noise());
  private final List<Pieces> encoded = runs(encode(Samples.script()));

  /** No run has a key: nearly all that a real search sees. */
  @Benchmark
  public void search(Blackhole sink) {
    search(noise, sink);
  }

  /** Every run has one. */
  @Benchmark
  public void searchWhatHasAKey(Blackhole sink) {
    search(encoded, sink);
  }

  /** The same without a key by trying each, giving up at the first implausible byte. */
  @Benchmark
  public int searchNaively() {
    return naive(noise);
  }

  @Benchmark
  public int searchNaivelyWhatHasAKey() {
    return naive(encoded);
  }

  private void search(List<Pieces> runs, Blackhole sink) {
    for (Pieces run : runs) {
      xor.peel(run, Clues.NONE, sink::consume);
    }
  }

  private static int naive(List<Pieces> runs) {
    int sum = 0;
    for (Pieces run : runs) {
      sum += bestKey(run.bytes().getFirst());
    }
    return sum;
  }

  private static int bestKey(byte[] run) {
    int best = 0;
    double bestWeight = 0;
    for (int key = 1; key < 256; key++) {
      double weight = 0;
      int i = 0;
      while (i < run.length && TextBytes.plausible(run[i] ^ key)) {
        weight += TextBytes.weight(run[i] ^ key);
        i++;
      }
      if (i == run.length && weight > bestWeight) {
        bestWeight = weight;
        best = key;
      }
    }
    return best;
  }

  private static byte[] encode(byte[] text) {
    byte[] bytes = new byte[text.length];
    for (int i = 0; i < text.length; i++) {
      bytes[i] = (byte) (text[i] ^ KEY);
    }
    return bytes;
  }

  private static List<Pieces> runs(byte[] bytes) {
    List<Pieces> runs = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += RUN) {
      runs.add(Pieces.of(Arrays.copyOfRange(bytes, at, at + RUN)));
    }
    return runs;
  }
}
