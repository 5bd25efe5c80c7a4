package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RadixTest {
  private static final String DIGITS32 = "ybndrfg8ejkmcpqxot1uwisza345h769";
  private static final String DIGITS64 =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Written out bit by bit, as the definition reads. */
  private static String encode(byte[] bytes, String alphabet, int bits) {
    StringBuilder all = new StringBuilder();
    for (byte b : bytes) {
      all.append(Integer.toBinaryString(0x100 | b & 0xff), 1, 9);
    }
    while (all.length() % bits != 0) {
      all.append('0');
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < all.length(); i += bits) {
      digits.append(alphabet.charAt(Integer.parseInt(all.substring(i, i + bits), 2)));
    }
    return digits.toString();
  }

  @Property(tries = 200)
  void undoesAnyAlphabetOf32(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
    assertThat(new Radix(DIGITS32).decode(Peel.bytes(encode(bytes, DIGITS32, 5)))).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void undoesAnyAlphabetOf64(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
    assertThat(new Radix(DIGITS64).decode(Peel.bytes(encode(bytes, DIGITS64, 6)))).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void anyBytesAreDecodedOrRefused(@ForAll @Size(max = 60) byte[] bytes) {
    assertThat(new Radix(DIGITS64).decode(bytes).length).isLessThanOrEqualTo(bytes.length * 6 / 8);
  }

  @Test
  void passesOverLineBreaks() {
    byte[] plain = Peel.bytes("foobar");
    String digits = encode(plain, DIGITS64, 6);
    String folded = digits.substring(0, 3) + "\r\n" + digits.substring(3) + "\n";
    assertThat(new Radix(DIGITS64).decode(Peel.bytes(folded))).isEqualTo(plain);
  }

  @Test
  void refusesAnAlphabetThatIsNoPowerOfTwo() {
    assertThatThrownBy(() -> new Radix(DIGITS64.substring(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60");
  }
}
