package dev.candor.scan.encoding;

import dev.candor.scan.Kernels;
import dev.candor.scan.Samples;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** How text is judged and base64 decoded. One operation is one byte of text: MB/s. */
public class TextKernels extends Kernels {
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
