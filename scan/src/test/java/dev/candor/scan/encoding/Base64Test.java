package dev.candor.scan.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64Test {
  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private final Base64 base64 = new Base64();

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "Zg==, f",
    "Zm8=, fo",
    "Zm9v, foo",
    "Zm9vYg==, foob",
    "Zm9vYmE=, fooba",
    "Zm9vYmFy, foobar"
  })
  void decodesTheVectorsOfTheStandard(String stored, String plain) {
    assertThat(Peel.off(base64, stored)).containsExactly(entry("base64", plain));
  }

  @Test
  void decodesWithoutPadding() {
    assertThat(Peel.off(base64, "Zm9vYg")).containsExactly(entry("base64", "foob"));
  }

  /** 0xfb 0xff 0xfe are the digits 62, 63, 63, 62. */
  @Test
  void tellsTheUrlSafeAlphabetFromTheStandardOne() {
    assertThat(Peel.off(base64, "+//+")).containsExactly(entry("base64", "\u00fb\u00ff\u00fe"));
    assertThat(Peel.off(base64, "-__-")).containsExactly(entry("base64url", "\u00fb\u00ff\u00fe"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+_/-", "Zm9v YmFy", "Zm9v,YmFy", "Zm9\u00e9", "====", "Zg=======", "Z"})
  void refusesWhatIsNoBase64(String stored) {
    assertThat(Peel.off(base64, stored)).isEmpty();
  }

  @Test
  void decodesEachPieceByItself() {
    List<Peeled> peeled = new java.util.ArrayList<>();
    base64.peel(
        new Pieces(List.of(Peel.bytes("Zg=="), Peel.bytes("Zm8="))), Clues.SOURCE, peeled::add);
    assertThat(peeled).hasSize(1);
    assertThat(peeled.getFirst().result().bytes())
        .containsExactly(Peel.bytes("f"), Peel.bytes("fo"));
  }

  @Test
  void refusesPiecesOfWhichOneIsForeign() {
    List<Peeled> peeled = new java.util.ArrayList<>();
    base64.peel(
        new Pieces(List.of(Peel.bytes("Zg=="), Peel.bytes("no!"))), Clues.SOURCE, peeled::add);
    assertThat(peeled).isEmpty();
  }

  /** The cases of the letters exchanged: "Zm9vYmFy" becomes "zM9VyMfY". */
  @Test
  void decodesWithAnAlphabetOfTheCode() {
    String exchanged = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";
    Clues clues =
        new Clues(List.of(STANDARD, exchanged), List.of(), Set.of(), false, Clues.Effort.FULL);
    Map<String, String> plain = Peel.off(base64, Peel.bytes("zM9VyMfY"), clues);
    assertThat(plain).containsOnlyKeys("base64", "base64:custom");
    assertThat(plain).containsEntry("base64:custom", "foobar");
  }

  @Test
  void takesSixtyFourDistinctCharactersForAnAlphabet() {
    assertThat(Base64.alphabet(STANDARD)).contains(STANDARD);
    assertThat(Base64.alphabet(STANDARD + "=")).contains(STANDARD);
  }

  @Test
  void takesNothingElseForAnAlphabet() {
    assertThat(Base64.alphabet(STANDARD.substring(1))).isEmpty();
    assertThat(Base64.alphabet(STANDARD + "=.")).isEmpty();
    assertThat(Base64.alphabet(STANDARD.replace('+', 'A'))).isEmpty();
    assertThat(Base64.alphabet(STANDARD.replace('+', ' '))).isEmpty();
    assertThat(Base64.alphabet(STANDARD.replace('+', '\u00e9'))).isEmpty();
  }

  @Property(tries = 200)
  void undoesTheEncoderOfTheJdk(@ForAll @Size(min = 1, max = 200) byte[] bytes) {
    String plain = new String(bytes, ISO_8859_1);
    var basic = java.util.Base64.getEncoder();
    var folded = java.util.Base64.getMimeEncoder();
    var url = java.util.Base64.getUrlEncoder();
    assertThat(Peel.off(base64, basic.encode(bytes))).containsEntry("base64", plain);
    assertThat(Peel.off(base64, basic.withoutPadding().encode(bytes)))
        .containsEntry("base64", plain);
    assertThat(Peel.off(base64, folded.encode(bytes))).containsEntry("base64", plain);
    assertThat(Peel.off(base64, url.encode(bytes)).values()).containsExactly(plain);
  }
}
