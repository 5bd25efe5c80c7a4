package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rc4Test {
  private final Rc4 rc4 = new Rc4();

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** RFC 6229, section 2: the key stream at offsets 0 and 16. */
  @ParameterizedTest
  @CsvSource({
    "0102030405, b2396305f03dc027ccc3524a0a1118a86982944f18fc82d589c403a47a0d0919",
    "0102030405060708, 97ab8a1bf0afb96132f2f67258da15a88263efdb45c4a18684ef87e6b19e5b09",
    "0102030405060708090a0b0c0d0e0f10, 9ac7cc9a609d1ef7b2932899cde41b975248c4959014126a6e8a84f11d1a9e1c"
  })
  void makesTheKeyStreamOfTheStandard(String key, String stream) {
    assertThat(Rc4.apply(new byte[32], hex(key), 32)).isEqualTo(hex(stream));
  }

  /** The vectors that everybody uses since 1994. */
  @ParameterizedTest
  @CsvSource({
    "Key, BBF316E8D940AF0AD3, Plaintext",
    "Secret, 45A01F645FC35B383552544B9BF5, Attack at dawn"
  })
  void undoesAKeyOfTheCode(String key, String stored, String plain) {
    assertThat(Peel.off(rc4, hex(stored), Peel.keys(Peel.bytes("other"), Peel.bytes(key))))
        .containsExactly(entry("rc4:\"" + key + '"', plain));
  }

  @Test
  void saysNothingUnderAWrongKey() {
    byte[] stored = hex("45A01F645FC35B383552544B9BF5");
    assertThat(Peel.off(rc4, stored, Peel.keys(Peel.bytes("Secrets")))).isEmpty();
    assertThat(Peel.off(rc4, stored)).isEmpty();
  }

  @Test
  void needsEightBytes() {
    assertThat(Peel.off(rc4, hex("BBF316E8D940AF"), Peel.keys(Peel.bytes("Key")))).isEmpty();
  }
}
