package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTest {
  @Test
  void quotesWhatPrints() {
    assertThat(Key.name(Peel.bytes("s3cr3t!"))).isEqualTo("\"s3cr3t!\"");
  }

  @Test
  void writesInHexWhatWouldNotReadBack() {
    assertThat(Key.name(Peel.bytes("a b"))).isEqualTo("0x612062");
    assertThat(Key.name(Peel.bytes("a\"b"))).isEqualTo("0x612262");
    assertThat(Key.name(Peel.bytes("a\\b"))).isEqualTo("0x615c62");
    assertThat(Key.name(Peel.bytes("\u001b[m"))).isEqualTo("0x1b5b6d");
    assertThat(Key.name(Peel.bytes("\u00e9"))).isEqualTo("0xe9");
  }
}
