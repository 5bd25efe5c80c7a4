package dev.candor.scan.encoding;

import dev.candor.scan.Samples;
import java.util.Optional;
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

/** How text is judged and base64 decoded. One operation is one byte of text: MB/s. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Samples.SIZE)
public class TextKernels {
  private final byte[] script = Samples.script();
  private final byte[] base64 = base64Text();

  @Benchmark
  public Object letters() {
    return Letters.of(script, 0, script.length);
  }

  @Benchmark
  public Optional<Pieces> base64() {
    return Base64.STANDARD.decode(Pieces.of(base64));
  }

  /** The Java library's, which does not tolerate foreign line breaks. */
  @Benchmark
  public byte[] base64OfJava() {
    return java.util.Base64.getDecoder().decode(base64);
  }

  private static byte[] base64Text() {
    byte[] plain = new byte[Samples.SIZE / 4 * 3];
    System.arraycopy(Samples.noise(), 0, plain, 0, plain.length);
    return java.util.Base64.getEncoder().encode(plain);
  }
}
