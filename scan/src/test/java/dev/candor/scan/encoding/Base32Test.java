package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
  private final Base32 base32 = new Base32();

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "MY======, f",
    "MZXQ====, fo",
    "MZXW6===, foo",
    "MZXW6YQ=, foob",
    "MZXW6YTB, fooba",
    "MZXW6YTBOI======, foobar"
  })
  void decodesTheVectorsOfTheStandard(String stored, String plain) {
    assertThat(Peel.off(base32, stored)).containsEntry("base32", plain);
  }

  /** RFC 4648, section 10, the extended-hex alphabet. */
  @ParameterizedTest
  @CsvSource({
    "CO======, f",
    "CPNG====, fo",
    "CPNMU===, foo",
    "CPNMUOG=, foob",
    "CPNMUOJ1, fooba",
    "CPNMUOJ1E8======, foobar"
  })
  void decodesTheExtendedHexVectorsOfTheStandard(String stored, String plain) {
    assertThat(Peel.off(base32, stored)).containsEntry("base32hex", plain);
  }

  @Test
  void decodesLowerCase() {
    assertThat(Peel.off(base32, "mzxw6ytboi")).containsEntry("base32", "foobar");
  }

  /** The digits of MZXW6YTBOI (12 25 23 22 30 24 19 1 14 8) in Crockford's alphabet. */
  @Test
  void decodesCrockfordsAlphabet() {
    assertThat(Peel.off(base32, "CSQPYRK1E8")).containsEntry("base32:crockford", "foobar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mzxw6ytboi", "MZXW6,TB", "mzxw6-tboi", "MY=======", "lull\u00e9"})
  void refusesWhatIsNoBase32(String stored) {
    assertThat(Peel.off(base32, stored)).isEmpty();
  }

  @Test
  void refusesDigitsThatOnlyOtherVariantsHave() {
    assertThat(Peel.off(base32, "MZXW0189")).doesNotContainKey("base32");
    assertThat(Peel.off(base32, "VWXYZVWX")).doesNotContainKey("base32hex");
    assertThat(Peel.off(base32, "ILOUILOU")).doesNotContainKey("base32:crockford");
  }
}
