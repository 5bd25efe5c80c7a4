package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBytesTest {
  @Test
  void takesPrintableAsciiWhiteSpaceAndNul() {
    for (int b : new int[] {' ', '~', 'a', '0', '\n', '\r', '\t', 0}) {
      assertThat(TextBytes.plausible(b)).as("byte %d", b).isTrue();
    }
    for (int b : new int[] {1, 0x0b, 0x1b, 0x1f, 0x7f, 0x80, 0xff, -1}) {
      assertThat(TextBytes.plausible(b)).as("byte %d", b).isFalse();
    }
  }

  @Test
  void allTextAllowsNoForeignByte() {
    assertThat(TextBytes.allText(Peel.bytes("abc"))).isTrue();
    assertThat(TextBytes.allText(Peel.bytes("ab\u00e9"))).isFalse();
  }

  /** One byte of sixteen may be foreign, two may not. */
  @Test
  void mostlyTextAllowsOneByteOfSixteen() {
    assertThat(TextBytes.mostlyText(Peel.bytes("abcdefgh1234567\u0001"), 16)).isTrue();
    assertThat(TextBytes.mostlyText(Peel.bytes("abcdefgh123456\u0001\u0001"), 16)).isFalse();
  }

  /** Six bytes must differ: zeros under a key of letters are no text. */
  @Test
  void mostlyTextNeedsSomeVariety() {
    assertThat(TextBytes.mostlyText(Peel.bytes("abcdefabcdefabcdef"), 64)).isTrue();
    assertThat(TextBytes.mostlyText(Peel.bytes("abcdeabcdeabcdeabc"), 64)).isFalse();
    assertThat(TextBytes.mostlyText(new byte[0], 64)).isFalse();
  }

  @Test
  void usualBytesWeighMost() {
    assertThat(TextBytes.weight('e')).isGreaterThan(TextBytes.weight('z'));
    assertThat(TextBytes.weight('z')).isGreaterThan(TextBytes.weight('}'));
    assertThat(TextBytes.weight('}')).isGreaterThan(TextBytes.weight(0x80));
  }
}
