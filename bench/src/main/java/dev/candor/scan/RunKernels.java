package dev.candor.scan;

import dev.candor.artifact.Content;
import org.openjdk.jmh.annotations.Benchmark;

/** What every byte of an executable passes through. */
public class RunKernels extends Kernels {
  private final Content noise = Content.of(Samples.noise());
  private final Content script = Content.of(Samples.script());

  @Benchmark
  public long runsInNoise() {
    return bytesInRuns(noise);
  }

  @Benchmark
  public long runsInScript() {
    return bytesInRuns(script);
  }

  private static long bytesInRuns(Content content) {
    long[] sum = new long[1];
    Runs.find(
        content, 0, 0, Samples.SIZE, Samples.SIZE, (run, start, end) -> sum[0] += end - start);
    return sum[0];
  }
}
