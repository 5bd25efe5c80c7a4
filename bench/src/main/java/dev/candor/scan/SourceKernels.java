package dev.candor.scan;

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

/**
 * What every byte of source code passes through. One operation is one byte, so results are MB/s.
 */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Samples.SIZE)
public class SourceKernels {
  private final byte[] script = Samples.script();
  private final Tokens tokens = JavaScriptLexer.lex(script);

  @Benchmark
  public Object lex() {
    return JavaScriptLexer.lex(script);
  }

  /** Beside the lexer: which words stand where. */
  @Benchmark
  public Object occurrences() {
    return Occurrences.of(tokens);
  }
}
