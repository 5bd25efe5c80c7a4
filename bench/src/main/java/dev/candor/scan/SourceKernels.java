package dev.candor.scan;

import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import org.openjdk.jmh.annotations.Benchmark;

/** What every byte of source code passes through. */
public class SourceKernels extends Kernels {
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
