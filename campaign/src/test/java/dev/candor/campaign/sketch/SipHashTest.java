package dev.candor.campaign.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper's example (appendix A), and vectors published with its reference implementation. */
class SipHashTest {
  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "1, 74f839c593dc67fd",
    "8, 93f5f5799a932462",
    "15, a129ca6149be45e5",
  })
  void hashesTheBytesFromZeroUnderTheKeyFromZero(int length, String expected) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    assertThat(hash.of(bytes)).isEqualTo(Long.parseUnsignedLong(expected, 16));
  }
}
