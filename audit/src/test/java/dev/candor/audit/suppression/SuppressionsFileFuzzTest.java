package dev.candor.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.audit.Marked;
import dev.candor.core.InputException;

class SuppressionsFileFuzzTest {
  /** Whatever the text is, it is refused with its line, or each entry has a status. */
  @FuzzTest
  void anyTextIsReadOrRefused(FuzzedDataProvider data) {
    Suppressions all;
    try {
      all =
          SuppressionsFile.parse(
              "fuzz.yaml", data.consumeRemainingAsString(), SuppressionsFileTest.TODAY);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("fuzz.yaml, line ");
      return;
    }
    assertThat(Suppressed.of(all, Marked.report()).entries()).hasSameSizeAs(all.all());
  }
}
