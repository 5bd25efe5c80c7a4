package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedXorTest {
  private final KeyedXor xor = new KeyedXor();
  private static final byte[] KEY = Peel.bytes("k3y!");
  private static final byte[] WRONG = {(byte) 0x81, 0x5e, (byte) 0xc4};

  private static byte[] with(byte[] key, String plain) {
    byte[] stored = Peel.bytes(plain);
    for (int i = 0; i < stored.length; i++) {
      stored[i] ^= key[i % key.length];
    }
    return stored;
  }

  @Test
  void undoesAKeyOfTheCode() {
    assertThat(Peel.off(xor, with(KEY, Peel.HOSTS), Peel.keys(WRONG, KEY)))
        .containsExactly(entry("xor:\"k3y!\"", Peel.HOSTS));
  }

  @Test
  void writesAKeyThatDoesNotPrintInHex() {
    byte[] key = {(byte) 0x9c, 0x01, (byte) 0xe7};
    assertThat(Peel.off(xor, with(key, Peel.HOSTS), Peel.keys(key)))
        .containsExactly(entry("xor:0x9c01e7", Peel.HOSTS));
  }

  @Test
  void saysNothingUnderAWrongKey() {
    assertThat(Peel.off(xor, with(KEY, Peel.HOSTS), Peel.keys(WRONG))).isEmpty();
    assertThat(Peel.off(xor, with(KEY, Peel.HOSTS))).isEmpty();
  }

  /** A key that is as long as the data makes anything of it. */
  @Test
  void needsDataOfTwiceTheKeysLength() {
    assertThat(Peel.off(xor, with(KEY, "fourteen"), Peel.keys(KEY))).hasSize(1);
    assertThat(Peel.off(xor, with(KEY, "fourtee"), Peel.keys(KEY))).isEmpty();
  }

  @Test
  void needsLessDataForAKeyThatLongerDataGaveAway() {
    Clues known =
        new Clues(List.of(), List.of(KEY), Set.of("xor:\"k3y!\""), false, Clues.Effort.FULL);
    assertThat(Peel.off(xor, with(KEY, "fourt"), known))
        .containsExactly(entry("xor:\"k3y!\"", "fourt"));
  }
}
