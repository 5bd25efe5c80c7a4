package dev.candor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The one-block message of the example of FIPS 180-2, appendix B.1. */
  @Test
  void isTheDigestOfTheStandardsExample() {
    String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Sha256.hex("abc")).isEqualTo(expected);
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).asHexString().isEqualToIgnoringCase(expected);
    assertThat(HexFormat.of().formatHex(Sha256.start().digest())).startsWith("e3b0c44298fc1c14");
  }
}
