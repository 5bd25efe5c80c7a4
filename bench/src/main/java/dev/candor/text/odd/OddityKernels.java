package dev.candor.text.odd;

import dev.candor.scan.Kernels;
import dev.candor.scan.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/** What every byte of a text passes through, from bytes to findings. */
public class OddityKernels extends Kernels {
  private final byte[] ascii =
      filled("It's a plain line of text, written on 2026-07-01, and so on.\n");
  private final byte[] typographic =
      filled("It’s a “plain” line of text — written by a naïve person.\n");
  private final byte[] cyrillic = filled("Сегодня в доме тепло, а на улице снег; всё хорошо.\n");

  @Benchmark
  public long ascii() {
    return findings(ascii);
  }

  @Benchmark
  public long typographic() {
    return findings(typographic);
  }

  @Benchmark
  public long cyrillic() {
    return findings(cyrillic);
  }

  private static long findings(byte[] bytes) {
    return Examination.of(TextFile.of(bytes, "text")).findingsInAll();
  }

  /** Whole lines, then line feeds up to the size that a kernel reads. */
  private static byte[] filled(String line) {
    byte[] unit = line.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[Samples.SIZE];
    Arrays.fill(all, (byte) '\n');
    for (int i = 0; i + unit.length <= all.length; i += unit.length) {
      System.arraycopy(unit, 0, all, i, unit.length);
    }
    return all;
  }
}
