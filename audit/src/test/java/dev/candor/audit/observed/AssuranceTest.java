package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssuranceTest {
  /** One deal of C(2r, r), C(3r, r), and of 9! / (3! 3! 3!). */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 2, 2",
    "4, 2, 2, 6",
    "6, 3, 2, 20",
    "8, 4, 2, 70",
    "9, 3, 2, 84",
    "12, 4, 2, 495",
    "9, 3, 3, 1680",
  })
  void noDealIsLikelierThanOneOfAll(int trials, int rounds, int symbols, int deals) {
    assertThat(Assurance.least(trials, rounds, symbols)).isCloseTo(1.0 / deals, within(1e-12));
  }

  @Test
  void candidatesShareWhatIsAllowedThem() {
    assertThat(Assurance.OF_SIGNALS).isEqualTo(0.05);
    assertThat(Assurance.ofCandidates(0)).isEqualTo(0.01);
    assertThat(Assurance.ofCandidates(1)).isEqualTo(0.01);
    assertThat(Assurance.ofCandidates(4)).isEqualTo(0.0025);
  }
}
