package dev.candor.specimens.hiding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Encoders against published vectors; that the emitted decoders undo them, ExecutionTest shows. */
class EncodingsTest {
  private final Js js = new Js(new Draw(1, "test"), true, true);

  @Test
  void base32IsThatOfRfc4648Section10() {
    assertThat(stored(BitArmour.base32(), "foobar")).isEqualTo("MZXW6YTBOI");
    assertThat(stored(BitArmour.base32(), "fo")).isEqualTo("MZXQ");
  }

  @Test
  void z85IsThatOfZeroMqRfc32() {
    byte[] bytes = HexFormat.of().parseHex("864fd26fb559f75b");
    assertThat(stored(new Base85Armour(true), bytes)).isEqualTo("HelloWorld");
  }

  @Test
  void ascii85WritesAGroupOfZerosAsZ() {
    assertThat(stored(new Base85Armour(false), "Man ")).isEqualTo("9jqo^");
    assertThat(stored(new Base85Armour(false), new byte[4])).isEqualTo("z");
  }

  @Test
  void rc4GivesTheKeyStreamOfRfc6229() {
    // RFC 6229, 40-bit key 0x0102030405, offset 0.
    byte[] stream = new Rc4("\u0001\u0002\u0003\u0004\u0005").encode(new byte[8]);
    assertThat(HexFormat.of().formatHex(stream)).isEqualTo("b2396305f03dc027");
  }

  @Test
  void xorWith91MakesTheReportedBytes() {
    assertThat(new Xor(91).encode("deepseek".getBytes(US_ASCII)))
        .isEqualTo(HexFormat.of().parseHex("3f3e3e2b283e3e30"));
  }

  private String stored(Armour armour, String text) {
    return stored(armour, text.getBytes(US_ASCII));
  }

  private String stored(Armour armour, byte[] bytes) {
    String literal = armour.store(bytes, js);
    return literal.substring(1, literal.length() - 1);
  }
}
