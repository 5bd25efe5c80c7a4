package dev.candor.scan;

import dev.candor.artifact.Content;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every byte of an executable passes through. One operation is one byte: MB/s. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Samples.SIZE)
public class RunKernels {
  private final Content noise = new Bytes(Samples.noise());
  private final Content script = new Bytes(Samples.script());

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

  private record Bytes(byte[] array) implements Content {
    @Override
    public long size() {
      return array.length;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) {
      System.arraycopy(array, Math.toIntExact(position), into, offset, length);
    }
  }
}
