package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Expected names are those of the Unicode Character Database. */
class RenderingTest {
  @Test
  void besideACharacterStandsItsName() {
    assertThat(Rendering.of("'")).isEqualTo("' U+0027 APOSTROPHE");
    assertThat(Rendering.of("\u2019")).isEqualTo("\u2019 U+2019 RIGHT SINGLE QUOTATION MARK");
    assertThat(Rendering.of("\u02bc")).isEqualTo("\u02bc U+02BC MODIFIER LETTER APOSTROPHE");
    assertThat(Rendering.of("\u02b9")).isEqualTo("\u02b9 U+02B9 MODIFIER LETTER PRIME");
  }

  @Test
  void whatWouldBeOverlookedIsQuoted() {
    assertThat(Rendering.of("")).isEqualTo("\"\" nothing");
    assertThat(Rendering.of(" ")).isEqualTo("\" \" U+0020 SPACE");
    assertThat(Rendering.of("\u200b")).isEqualTo("\\u{200B} U+200B ZERO WIDTH SPACE");
    assertThat(Rendering.of("\u00a0")).isEqualTo("\\u{A0} U+00A0 NO-BREAK SPACE");
  }

  @Test
  void aMarkHasSomethingToStandOn() {
    assertThat(Rendering.of("\u0301")).isEqualTo("\u25cc\u0301 U+0301 COMBINING ACUTE ACCENT");
  }

  @Test
  void ofALongerTextOnlyUnusualCharactersAreNamed() {
    assertThat(Rendering.of("2026/07/01")).isEqualTo("\"2026/07/01\"");
    assertThat(Rendering.of("Today\u2019s"))
        .isEqualTo("\"Today\u2019s\" U+2019 RIGHT SINGLE QUOTATION MARK");
    assertThat(Rendering.of("\u03b1\u03b2\u03b3\u03b4\u03b5\u03b1"))
        .isEqualTo(
            "\"\u03b1\u03b2\u03b3\u03b4\u03b5\u03b1\" U+03B1 GREEK SMALL LETTER ALPHA, U+03B2 GREEK"
                + " SMALL LETTER BETA, U+03B3 GREEK SMALL LETTER GAMMA, U+03B4 GREEK SMALL LETTER"
                + " DELTA …");
  }

  @Test
  void aCodePointWithoutANameIsSaidToHaveNone() {
    assertThat(Rendering.of("\uffff")).isEqualTo("\\u{FFFF} U+FFFF without a name");
  }

  @Property
  void nothingInItActs(@ForAll String text) {
    assertThat(Rendering.of(text).codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
  }
}
