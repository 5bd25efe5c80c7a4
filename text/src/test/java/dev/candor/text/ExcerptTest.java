package dev.candor.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortTextIsShownWhole() {
    assertThat(Excerpt.of("abc", 3)).isEqualTo("abc");
  }

  @Test
  void ofALongOneTheLengthIsSaid() {
    assertThat(Excerpt.of("abcdef", 3)).isEqualTo("abc… (6 characters)");
    assertThat(Excerpt.of("x".repeat(1 << 20), 4)).isEqualTo("xxxx… (1048576 characters)");
  }

  @Test
  void nothingActs() {
    assertThat(Excerpt.of("a\u202eb\u0000", 9)).isEqualTo("a\\u{202E}b\\u{0}");
  }

  /** U+1F642 is two units of UTF-16. */
  @Test
  void aCharacterIsNotCutInTwo() {
    assertThat(Excerpt.of("ab\ud83d\ude42c", 3)).isEqualTo("ab… (5 characters)");
  }

  @Property
  void noHalfOfACharacterIsShown(@ForAll String text) {
    assertThat(Excerpt.of(text, 3).codePoints())
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
