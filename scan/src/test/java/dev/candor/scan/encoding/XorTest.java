package dev.candor.scan.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class XorTest {
  private final Xor xor = new Xor();

  private static byte[] with(int key, byte[] plain) {
    byte[] stored = plain.clone();
    for (int i = 0; i < stored.length; i++) {
      stored[i] ^= (byte) key;
    }
    return stored;
  }

  @Property(tries = 255)
  void findsAnyKey(@ForAll @IntRange(min = 1, max = 255) int key) {
    assertThat(Peel.off(xor, with(key, Peel.bytes(Peel.HOSTS))))
        .containsExactly(entry("xor:" + key, Peel.HOSTS));
  }

  @Test
  void findsTheKeyOfTextWithLettersOutsideAscii() {
    byte[] plain = "zürich,genève,münchen,köln,graz,linz,bern,wien,basel".getBytes(UTF_8);
    assertThat(Peel.off(xor, with(0x5b, plain)))
        .containsExactly(entry("xor:91", new String(plain, ISO_8859_1)));
  }

  @Test
  void allowsForeignBytesInSourceCodeOnly() {
    byte[] plain = "zürich,genève,münchen,köln,graz,linz,bern,wien,basel".getBytes(UTF_8);
    assertThat(Peel.off(xor, with(0x5b, plain), Clues.NONE)).isEmpty();
    assertThat(Peel.off(xor, with(0x5b, Peel.bytes(Peel.HOSTS)), Clues.NONE))
        .containsExactly(entry("xor:91", Peel.HOSTS));
  }

  /** Sixteen bytes are the fewest that are tried. */
  @Test
  void needsSixteenBytes() {
    assertThat(Peel.off(xor, with(7, Peel.bytes("alpha,beta,delta")))).hasSize(1);
    assertThat(Peel.off(xor, with(7, Peel.bytes("alpha,beta,delt")))).isEmpty();
  }

  @Test
  void saysNothingOfChanceBytes() {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(Peel.off(xor, Peel.chance(100, seed))).isEmpty();
    }
  }
}
