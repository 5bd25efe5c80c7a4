package dev.candor.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;

class DisclosureFileFuzzTest {
  /** Whatever the text is, it is refused with its line, or can be held against a report. */
  @FuzzTest
  void anyTextIsReadOrRefused(FuzzedDataProvider data) {
    Disclosure disclosure;
    try {
      disclosure = DisclosureFile.parse("fuzz.yaml", data.consumeRemainingAsString());
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("fuzz.yaml, line ");
      return;
    }
    Disclosed disclosed = Disclosed.of(disclosure, Declared.audited());
    assertThat(disclosed.all()).hasSize(3);
    assertThat(DisclosureWords.statements(disclosed)).hasSameSizeAs(disclosure.statements());
  }
}
