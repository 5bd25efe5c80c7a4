package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.artifact.Language;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Tokens;
import java.util.List;

/** Whatever the code, it is cut into slices without an exception. */
class SliceFuzzTest {
  private static final int MOST = 300;

  @FuzzTest(maxDuration = "60s")
  void anyCodeIsCutIntoSlices(byte[] text) {
    Source source = Source.of(InMemory.module("cli.js", Language.JAVASCRIPT, text));
    Tokens tokens = source.tokens();
    Occurrences occurrences = source.occurrences();
    DecodingCode code = DecodingCode.of(source);
    Names names = new Names(tokens, occurrences);
    for (Functions.Function function : code.functions()) {
      slice(source, names, new Expressions.Span(function.first(), function.last()));
    }
    for (Stored stored : SourceLiterals.collect(tokens).stored()) {
      code.isNear(stored);
      NearbyKeys.clues(tokens, stored, List.of());
      References.to(tokens, occurrences, stored);
    }
    for (int t = 0; t < Math.min(MOST, tokens.count()); t++) {
      slice(source, names, new Expressions.Span(t, Expressions.end(tokens, t)));
      for (Expressions.Span span : Expressions.around(tokens, t, t)) {
        assertThat(span.first()).isLessThanOrEqualTo(t);
        assertThat(span.last()).isGreaterThanOrEqualTo(t).isLessThan(tokens.count());
        slice(source, names, span);
      }
    }
    ShuffledPieces.find(tokens);
  }

  private static void slice(Source source, Names names, Expressions.Span span) {
    Slice.of(source.tokens(), names, source.idioms(), List.of(span))
        .ifPresent(s -> assertThat(s.program()).isNotNull());
  }
}
