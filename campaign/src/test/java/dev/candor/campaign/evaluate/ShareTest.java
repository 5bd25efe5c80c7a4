package dev.candor.campaign.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
  /**
   * Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662, 15 of 148 gives 0.0624 to 0.1605.
   */
  @Test
  void intervalsAreThoseOfThePublishedExamples() {
    assertThat(new Share(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(new Share(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    assertThat(new Share(15, 148).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(new Share(15, 148).high()).isCloseTo(0.1605, within(5e-5));
  }

  /** The same table: 0 of 20 gives 0 to 0.1611, 1 of 29 gives 0.0061 to 0.1718. */
  @Test
  void noneIsNotNever() {
    assertThat(new Share(0, 20).low()).isZero();
    assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(new Share(1, 29).low()).isCloseTo(0.0061, within(5e-5));
    assertThat(new Share(1, 29).high()).isCloseTo(0.1718, within(5e-5));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(new Share(0, 0).value()).isNaN();
    assertThat(new Share(0, 0).low()).isZero();
    assertThat(new Share(0, 0).high()).isEqualTo(1);
  }
}
