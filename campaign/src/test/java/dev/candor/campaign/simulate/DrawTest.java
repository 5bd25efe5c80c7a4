package dev.candor.campaign.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void bitsAreThoseOfSplitMix64() {
    Draw draw = new Draw(1234567);
    // The published test vector for this seed.
    assertThat(draw.bits()).isEqualTo(6457827717110365317L);
    assertThat(draw.bits()).isEqualTo(3203168211198807973L);
    assertThat(draw.bits()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void namesTellStreamsApart() {
    assertThat(Draw.of(1, 2, 3).bits()).isEqualTo(Draw.of(1, 2, 3).bits());
    assertThat(Draw.of(1, 2, 3).bits()).isNotEqualTo(Draw.of(1, 3, 2).bits());
    assertThat(Draw.of(1, 2).bits()).isNotEqualTo(Draw.of(2, 2).bits());
  }

  @Test
  void distributionsHaveTheirMeans() {
    Draw draw = Draw.of(5);
    int many = 200_000;
    // Each bound is more than five standard errors away.
    assertThat(mean(many, i -> draw.geometric(7))).isCloseTo(7, within(0.1));
    assertThat(mean(many, i -> draw.normal())).isCloseTo(0, within(0.015));
    assertThat(mean(many, i -> draw.exponential(3))).isCloseTo(3, within(0.05));
    assertThat(mean(many, i -> draw.successes(30, 0.25))).isCloseTo(7.5, within(0.05));
    assertThat(mean(many, i -> draw.successes(3000, 0.25))).isCloseTo(750, within(0.5));
  }

  private static double mean(int many, IntToDoubleFunction value) {
    return IntStream.range(0, many).mapToDouble(value).average().orElseThrow();
  }

  @Property
  void turnedBitsAreAtMostSoMany(@ForAll long sketch, @ForAll @IntRange(max = 64) int bits) {
    long turned = Draw.of(sketch, bits).turned(sketch, bits);
    assertThat(Long.bitCount(sketch ^ turned)).isLessThanOrEqualTo(bits);
  }

  @Property
  void ranksAreWithinTheirBounds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int count) {
    assertThat(Draw.of(seed).rank(count)).isBetween(0, count - 1);
    assertThat(Draw.of(seed).below(count)).isBetween(0, count - 1);
  }

  @Property
  void successesAreWithinTheTrials(@ForAll long seed, @ForAll @IntRange(max = 1000) int trials) {
    assertThat(Draw.of(seed).successes(trials, 0.999)).isBetween(0, trials);
    assertThat(Draw.of(seed).successes(trials, 1)).isEqualTo(trials);
  }
}
