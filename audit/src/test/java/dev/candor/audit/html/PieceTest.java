package dev.candor.audit.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names are those of the Unicode Character Database. */
class PieceTest {
  @Test
  void aLookAlikeInASentenceIsNamed() {
    assertThat(Piece.ofText("Today\u02bcs date"))
        .containsExactly(
            new Piece("Today", ""),
            new Piece("\u02bc", "U+02BC MODIFIER LETTER APOSTROPHE"),
            new Piece("s date", ""));
  }

  @Test
  void whatHasNoInkIsWrittenOut() {
    assertThat(Piece.ofText("a\u200bb"))
        .containsExactly(
            new Piece("a", ""),
            new Piece("\\u{200B}", "U+200B ZERO WIDTH SPACE"),
            new Piece("b", ""));
  }

  @Test
  void ofAShortSymbolEachCharacterIsNamed() {
    assertThat(Piece.ofSymbol("-/"))
        .containsExactly(new Piece("-", "U+002D HYPHEN-MINUS"), new Piece("/", "U+002F SOLIDUS"));
    assertThat(Piece.ofSymbol("word")).containsExactly(new Piece("word", ""));
    assertThat(Piece.ofSymbol("")).isEmpty();
  }

  @Test
  void aMarkAloneStandsOnACircle() {
    assertThat(Piece.ofSymbol("\u0301"))
        .containsExactly(new Piece("\u25cc\u0301", "U+0301 COMBINING ACUTE ACCENT"));
  }

  @Test
  void aReaderSeesInkAndSpaces() {
    assertThat(Piece.asSeen("To\u200bday\u02bcs\u00a0date\u202e\n"))
        .isEqualTo("Today\u02bcs date ");
  }

  @Test
  void aLongTextEndsWithItsLength() {
    assertThat(Piece.ofText("x".repeat(5_000)))
        .containsExactly(new Piece("x".repeat(400), ""), new Piece("… (5000 characters)", ""));
  }
}
