package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilingTest {
  /** Fourteen cells double the volume; a range of two neighbours is no "1 to 1". */
  @ParameterizedTest
  @CsvSource({"-14, 0.50", "0, 1.00", "1, 1.05", "14, 2.00", "28, 4.00", "70, 32.0", "71, 33.6"})
  void aVolumeIsToldAsExactlyAsItIsKnown(int cell, String rate) {
    assertThat(Profiling.rate(cell)).isEqualTo(rate);
  }
}
