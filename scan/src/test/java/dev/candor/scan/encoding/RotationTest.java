package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class RotationTest {
  private final Rotation rotation = new Rotation();

  @Test
  void undoesRot13AndLeavesAllElseAlone() {
    assertThat(Peel.off(rotation, "Erfrnepu.Pbzchgre,znpuvar-yrneavat.grfg,2026"))
        .containsExactly(entry("rot13", "Research.Computer,machine-learning.test,2026"));
  }

  /** Each letter three places on, as Suetonius tells of Caesar. */
  @Test
  void undoesCaesarsShift() {
    assertThat(Peel.off(rotation, "uhvhdufk,frpsxwhu,pdfklqh,ohduqlqj"))
        .containsExactly(entry("rot3", "research,computer,machine,learning"));
  }

  /** U+00A7 between entries is no letter of the text, but no reason to give it up. */
  @Test
  void undoesRot13BetweenMarksOutsideAscii() {
    assertThat(Peel.off(rotation, "erfrnepu\u00a7pbzchgre\u00a7znpuvar\u00a7yrneavat"))
        .containsExactly(entry("rot13", "research\u00a7computer\u00a7machine\u00a7learning"));
  }

  @Test
  void lettersGainByTheRotationThatMakesThemUsual() {
    assertThat(Rotation.gain("erfrnepu,pbzchgre,znpuvar,yrneavat")).isGreaterThan(0.4);
    assertThat(Rotation.gain("research,computer,machine,learning")).isLessThan(0.1);
    assertThat(Rotation.gain("erfrnepu,pbzchgre")).isZero();
  }

  /** Twenty-four letters are the fewest that are tried. */
  @Test
  void needsTwentyFourLetters() {
    assertThat(Peel.off(rotation, "erfrnepu,pbzchgre,znpuvar,")).isEmpty();
    assertThat(Peel.off(rotation, "erfrnepu,pbzchgre,znpuvar,v")).hasSize(1);
  }

  @Test
  void doesNotTryPrintableRunsOfExecutables() {
    assertThat(Peel.off(rotation, Peel.bytes("erfrnepu,pbzchgre,znpuvar,yrneavat"), Clues.NONE))
        .isEmpty();
  }
}
