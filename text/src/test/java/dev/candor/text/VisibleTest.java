package dev.candor.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void plainTextStaysAsItIs() {
    assertThat(Visible.of("Today's date is 2026-07-01. Ünïcödé 漢字 🙂"))
        .isEqualTo("Today's date is 2026-07-01. Ünïcödé 漢字 🙂");
  }

  @Test
  void terminalEscapesAreWrittenOut() {
    assertThat(Visible.of("\u001b[31mred\u0007\u009b2J"))
        .isEqualTo("\\u{1B}[31mred\\u{7}\\u{9B}2J");
  }

  @Test
  void invisibleAndBidirectionalCharactersAreWrittenOut() {
    assertThat(Visible.of("a\u200bb\u202ec\u2066d\u00ade\ufeff"))
        .isEqualTo("a\\u{200B}b\\u{202E}c\\u{2066}d\\u{AD}e\\u{FEFF}");
  }

  @Test
  void loneSurrogatesAreWrittenOut() {
    assertThat(Visible.of("x\ud800y")).isEqualTo("x\\u{D800}y");
  }

  @Test
  void longTextIsCut() {
    assertThat(Visible.of("abcdefghij", 5)).isEqualTo("abcd…");
    assertThat(Visible.of("abcde", 5)).isEqualTo("abcde");
  }

  @Property
  void nothingThatATerminalActsUponSurvives(@ForAll String any) {
    assertThat(Visible.of(any).codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
