package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningKeyTest {
  private final RunningKey running = new RunningKey();

  @ParameterizedTest
  @CsvSource({"17, 3", "0, 1", "200, 7", "91, 255"})
  void findsStartAndStepUnderExclusiveOr(int start, int step) {
    byte[] stored = Peel.bytes(Peel.HOSTS);
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) (stored[i] ^ start + step * i);
    }
    assertThat(Peel.off(running, stored))
        .containsEntry("xor:" + start + "+" + step + "*index", Peel.HOSTS);
  }

  @Test
  void findsAPlainShift() {
    byte[] stored = Peel.bytes(Peel.HOSTS);
    for (int i = 0; i < stored.length; i++) {
      stored[i] += (byte) 77;
    }
    assertThat(Peel.off(running, stored)).containsEntry("subtract:77", Peel.HOSTS);
  }

  @Test
  void findsAShiftThatMovesOn() {
    byte[] stored = Peel.bytes(Peel.HOSTS);
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) (stored[i] + 100 + 9 * i);
    }
    assertThat(Peel.off(running, stored)).containsEntry("subtract:100+9*index", Peel.HOSTS);
  }

  @Test
  void undoesAKeyOfTheCodeThatMovesOn() {
    byte[] key = Peel.bytes("quay");
    byte[] stored = Peel.bytes(Peel.HOSTS);
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) (stored[i] ^ key[i % 4] + i);
    }
    assertThat(Peel.off(running, stored, Peel.keys(key)))
        .containsExactly(entry("xor:\"quay\"+index", Peel.HOSTS));
  }

  /** 131,072 keys are tried. */
  @Test
  void needsTwentyFourBytes() {
    byte[] stored = Peel.bytes(Peel.HOSTS);
    for (int i = 0; i < stored.length; i++) {
      stored[i] += (byte) 77;
    }
    assertThat(Peel.off(running, java.util.Arrays.copyOf(stored, 24))).isNotEmpty();
    assertThat(Peel.off(running, java.util.Arrays.copyOf(stored, 23))).isEmpty();
  }

  @Test
  void saysNothingOfChanceBytes() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Peel.off(running, Peel.chance(100, seed))).isEmpty();
    }
  }
}
