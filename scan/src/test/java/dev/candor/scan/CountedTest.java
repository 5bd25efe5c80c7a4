package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedTest {
  private static final List<String> WORDS = List.of("registry", "gateway", "mirror", "account");

  /** D. J. Bernstein's netstrings, with and without the comma. */
  @Test
  void readsALengthAndAColon() {
    assertThat(Counted.entries("8:registry,7:gateway,6:mirror,7:account,")).contains(WORDS);
    assertThat(Counted.entries("8:registry7:gateway6:mirror7:account")).contains(WORDS);
  }

  @Test
  void readsALengthOfOneTwoOrThreeDigits() {
    assertThat(Counted.entries("8registry7gateway6mirror7account")).contains(WORDS);
    assertThat(Counted.entries("08registry07gateway06mirror07account")).contains(WORDS);
    assertThat(Counted.entries("008registry007gateway006mirror007account")).contains(WORDS);
  }

  @Test
  void readsCellsOfOneWidth() {
    assertThat(Counted.entries("registry gateway  mirror   account  ")).contains(WORDS);
  }

  @Test
  void readsTheWidthInFrontOfTheCells() {
    assertThat(Counted.entries("8registrygateway mirror  account ")).contains(WORDS);
    assertThat(Counted.entries("10registry  gateway   mirror    account   ")).contains(WORDS);
  }

  /** One of three is padded, then one of four. */
  @Test
  void aThirdOfTheCellsMustBePadded() {
    assertThat(Counted.entries("mirror" + "office" + "cloud ").isPresent()).isFalse();
    assertThat(Counted.entries("mirror" + "office" + "cloud " + "studio" + "agent " + "models"))
        .contains(List.of("mirror", "office", "cloud", "studio", "agent", "models"));
    assertThat(Counted.entries("mirror" + "office" + "cloud " + "studio" + "server" + "models"))
        .isEmpty();
  }

  /** Nothing is padded where all entries are as long as each other, as codes are. */
  @Test
  void codesOfOneShapeNeedNoPadding() {
    List<String> tags = List.of("kk_KZ", "bn_BD", "lv_LV", "fa_IR");
    assertThat(Counted.entries("05" + String.join("", tags))).contains(tags);
    assertThat(Counted.entries(String.join("", tags))).contains(tags);
    List<String> codes = List.of("ab-12x", "cd-34y", "ef-56z", "gh-78w");
    assertThat(Counted.entries("6" + String.join("", codes))).contains(codes);
    assertThat(Counted.entries(String.join("", codes))).isEmpty();
    assertThat(Counted.entries("6" + "ab-12xcd-34yef-56zgh78-w")).isEmpty();
  }

  /** Cells are 3 to 80 wide. */
  @Test
  void cellsHaveABoundedWidth() {
    assertThat(Counted.entries("ab c  de f  ")).isPresent();
    assertThat(Counted.entries("a b c d e f ")).isEmpty();
    assertThat(Counted.entries(("x".repeat(79) + " ").repeat(4))).isPresent();
    assertThat(Counted.entries(("x".repeat(82) + " ").repeat(4))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8:registry,7:gateway,6:mirror", // three
        "8:registry,7:gateway,6:mirror,9:account", // too long
        "8:registry,7:gateway,6:mirror,0:,7:account", // an empty entry
        "8registry7gateway6mirror7accoun",
        "12345:a",
        "registry gateway mirror account"
      })
  void saysNothingWhereTheCountsDoNotEndWithTheText(String text) {
    assertThat(Counted.entries(text)).isEmpty();
  }
}
