package dev.candor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  /** The examples of RFC 3629, section 7. */
  @Test
  void readsWhatTheStandardWrites() {
    assertThat(Utf8.text(bytes("41e289a2ce912e"))).contains("A\u2262\u0391.");
    assertThat(Utf8.text(bytes("efbbbff0a38eb4"))).contains("\ufeff\ud84c\udfb4");
    assertThat(Utf8.text(new byte[0])).contains("");
  }

  /**
   * An overlong slash, a lone surrogate, one beyond the last, a cut character, a lone trail byte.
   */
  @ParameterizedTest
  @ValueSource(strings = {"c0af", "eda080", "f4908080", "41e289", "80"})
  void refusesWhatTheStandardForbids(String hex) {
    assertThat(Utf8.text(bytes(hex))).isEmpty();
  }

  @Test
  void readsTheBeginningAlone() {
    byte[] bytes = "word\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Utf8.text(bytes, 4)).contains("word");
    assertThat(Utf8.text(bytes)).isEmpty();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
