package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingXorTest {
  private final RepeatingXor xor = new RepeatingXor();
  private static final String LIST =
      "registry.example.test,gateway.example.test,proxy.northern.test,mirror.example.org,"
          + "relay.southern.test,account.example.net,billing.example.org,research.western.test,"
          + "models.example.net,tokens.example.org,partner.eastern.test,support.example.org,"
          + "download.example.net,updates.example.org,console.central.test,status.example.org";

  private static byte[] with(byte[] key) {
    byte[] stored = Peel.bytes(LIST);
    for (int i = 0; i < stored.length; i++) {
      stored[i] ^= key[i % key.length];
    }
    return stored;
  }

  @ParameterizedTest
  @ValueSource(strings = {"k3", "K7z", "s3cr3t", "correcthorse"})
  void findsAKeyThatStandsNowhere(String key) {
    assertThat(Peel.off(xor, with(Peel.bytes(key)))).containsEntry("xor:\"" + key + '"', LIST);
  }

  @Test
  void writesAKeyThatDoesNotPrintInHex() {
    byte[] key = {(byte) 0x9c, 0x01, (byte) 0xe7, 0x44};
    assertThat(Peel.off(xor, with(key))).containsEntry("xor:0x9c01e744", LIST);
  }

  @Test
  void writesAKeyThatRepeatsItselfOnce() {
    assertThat(Peel.off(xor, with(Peel.bytes("abab")))).containsExactly(entry("xor:\"ab\"", LIST));
  }

  @Test
  void saysNothingOfChanceBytes() {
    for (int seed = 0; seed < 30; seed++) {
      assertThat(Peel.off(xor, Peel.chance(600, seed))).isEmpty();
    }
  }

  @Test
  void doesNotTryPrintableRunsOfExecutables() {
    assertThat(Peel.off(xor, with(Peel.bytes("s3cr3t")), Clues.NONE)).isEmpty();
  }
}
