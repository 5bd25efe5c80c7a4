package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DensityTest {
  /** Sixteen places: 0, 10, 20, ... 130, and a crowd of two at 200. */
  private final Density density =
      new Density(
          new int[] {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 200, 200},
          16,
          1_000);

  @Test
  void countsBothEnds() {
    assertThat(density.between(10, 30)).isEqualTo(3);
    assertThat(density.between(11, 29)).isEqualTo(1);
    assertThat(density.between(-50, 500)).isEqualTo(16);
    assertThat(density.between(300, 400)).isZero();
  }

  @Test
  void whoeverLiesInACrowdIsLessSurprising() {
    // 200 and 200: two of sixteen, three bits
    assertThat(density.bits(200, 200)).isCloseTo(3, within(1e-9));
    // 50 and 60: within ten of one of them lie three of sixteen
    assertThat(density.bits(50, 60)).isCloseTo(2.415, within(1e-3));
    assertThat(density.bits(0, 200)).isZero();
  }

  @Test
  void nobodyIsNoSurprise() {
    assertThat(new Density(new int[0], 0, 10).bits(1, 1)).isZero();
  }

  /** A place in the year 9999 among those of today must not cost memory. */
  @Test
  void whatLiesFarOffCountsAsTheEnd() {
    Density wide = new Density(new int[] {0, 2_000_000_000}, 2, 100);
    assertThat(wide.population()).isEqualTo(2);
    assertThat(wide.between(1_999_999_000, 2_000_000_000)).isEqualTo(2);
  }
}
