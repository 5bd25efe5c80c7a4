package dev.candor.scan.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
  private final Hex hex = new Hex();

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @ValueSource(strings = {"666F6F626172", "666f6f626172", "666F6f626172"})
  void decodesTheVectorOfTheStandardInAnyCase(String stored) {
    assertThat(Peel.off(hex, stored)).containsExactly(entry("hex", "foobar"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "666F6F62617", // half a byte
        "0x666F6F62",
        "66 6F 6F",
        "2f1c7bfe-8f3a-4b1e-9d57-2a5c0c1e8b77",
        "facade\u00e9\u00e9",
        "gg"
      })
  void refusesWhatIsNoHex(String stored) {
    assertThat(Peel.off(hex, stored)).isEmpty();
  }

  @Property(tries = 200)
  void undoesTheEncoderOfTheJdk(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
    assertThat(Peel.off(hex, HexFormat.of().formatHex(bytes)))
        .containsExactly(entry("hex", new String(bytes, ISO_8859_1)));
  }
}
