package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {
  private final Percent percent = new Percent();

  /** RFC 3986, section 2.5: U+30A2 is %E3%82%A2, and %20 a space. */
  @Test
  void decodesEscapedBytesAndKeepsOthers() {
    assertThat(Peel.off(percent, "a%20b%E3%82%A2c"))
        .containsExactly(entry("percent", "a b\u00e3\u0082\u00a2c"));
  }

  @Test
  void decodesAnEscapeAtTheVeryEndInEitherCase() {
    assertThat(Peel.off(percent, "x%2f%2F%41")).containsExactly(entry("percent", "x//A"));
  }

  @Test
  void keepsAPercentSignThatEscapesNothing() {
    assertThat(Peel.off(percent, "%zz%41%42%43%4")).containsExactly(entry("percent", "%zzABC%4"));
  }

  /** A format such as {@code %decode} holds one by chance. */
  @Test
  void needsThreeEscapes() {
    assertThat(Peel.off(percent, "%41%42%43")).hasSize(1);
    assertThat(Peel.off(percent, "%41%42")).isEmpty();
  }

  /** Each escape has three characters, so three of them may stand among eighteen. */
  @Test
  void halfOfTheTextMustBeEscaped() {
    assertThat(Peel.off(percent, "%41%42%43" + "x".repeat(9))).hasSize(1);
    assertThat(Peel.off(percent, "%41%42%43" + "x".repeat(10))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain text", "50% of it", "%", "%4", "%%%"})
  void saysNothingOfTextWithoutEscapes(String text) {
    assertThat(Peel.off(percent, text)).isEmpty();
  }
}
