package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  @Test
  void sketchesAtMostThreeBitsApartAreOneTemplate() {
    // 0b0, 0b111 and, four bits from both, 0b1111 << 32
    assertThat(Templates.of(new long[] {0, 0b111, 0b1111L << 32})).containsExactly(0, 0, 1);
  }

  @Test
  void whatLiesBetweenJoinsTwoThatAreFurtherApart() {
    assertThat(Templates.of(new long[] {0, 0b111, 0b111111})).containsExactly(0, 0, 0);
  }

  @Property
  void findsANeighbourWhereverItsBitsDiffer(
      @ForAll long sketch,
      @ForAll @IntRange(max = 63) int one,
      @ForAll @IntRange(max = 63) int two,
      @ForAll @IntRange(max = 63) int three) {
    long other = sketch ^ (1L << one | 1L << two | 1L << three);
    long[] sketches = {Math.min(sketch, other), Math.max(sketch, other)};
    assertThat(Templates.of(sketches)).containsExactly(0, 0);
  }

  /** All with the same first block: looking at all pairs would take a hundred billion steps. */
  @Test
  void aCrowdInOneBlockIsWorkedThrough() {
    long[] sketches = new long[400_000];
    Arrays.setAll(sketches, i -> i * 0x9E37L & 0xFFFF_FFFF_FFFFL);
    Arrays.sort(sketches);
    long[] different = Arrays.stream(sketches).distinct().toArray();
    assertThat(Templates.of(different)).hasSameSizeAs(different);
  }
}
