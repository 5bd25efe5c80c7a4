package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.Specimens;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecallTest {
  /** Seeds that no threshold was tuned on. */
  @ParameterizedTest
  @ValueSource(longs = {20260710, 4711})
  void recoversNearlyAllThatSpecimensHideAndNothingElse(long seed) {
    Map<String, Recall> byHiding = Recall.of(Specimens.all(seed));
    Recall all = Recall.total(byHiding);

    assertThat(all.tables()).isGreaterThan(150);
    assertThat(all.recall()).as("%s", byHiding).isGreaterThanOrEqualTo(0.95);
    assertThat(byHiding.get("innocent")).extracting(Recall::reported).isEqualTo(0);
  }
}
