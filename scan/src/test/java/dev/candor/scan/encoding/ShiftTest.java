package dev.candor.scan.encoding;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShiftTest {
  private final Shift shift = new Shift();

  /** Each character two on in ASCII: the hyphen becomes a slash, the comma a full stop. */
  @Test
  void undoesAShiftOfDigitsAndMarksToo() {
    assertThat(Peel.off(shift, "pqfg/6320\"jguvkc/78.\"ocejkpg/82.\"ngctpkpi"))
        .containsExactly(entry("subtract:2", "node-410. hestia-56, machine-60, learning"));
  }

  @Test
  void undoesAShiftTheOtherWay() {
    // "registry.example,gateway.example", each character one back
    assertThat(Peel.off(shift, "qdfhrsqx-dw`lokd+f`sdv`x-dw`lokd"))
        .containsExactly(entry("subtract:255", "registry.example,gateway.example"));
  }

  /** Twenty-four letters are the fewest that are tried. */
  @Test
  void needsTwentyFourLetters() {
    assertThat(Peel.off(shift, "sfhjtusz-hbufxbz-nbdijof")).isEmpty();
    assertThat(Peel.off(shift, "sfhjtusz-hbufxbz-nbdijof-m-f")).hasSize(1);
  }

  /** Letters of chance seldom read under any shift; those that do are judged like all the rest. */
  @Test
  void seldomFindsAShiftForChance() {
    int found = 0;
    for (int seed = 0; seed < 200; seed++) {
      byte[] chance = Peel.chance(80, seed);
      for (int i = 0; i < chance.length; i++) {
        chance[i] = (byte) ('0' + (chance[i] & 0x3f));
      }
      found += Peel.off(shift, chance).size();
    }
    assertThat(found).isLessThanOrEqualTo(2);
  }
}
