package dev.candor.cli.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.Specimen;
import dev.candor.specimens.Specimens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRecallTest {
  /** Seeds that no threshold was tuned on. */
  @ParameterizedTest
  @ValueSource(longs = {20260710, 4711})
  void recoversNearlyAllThatSpecimensHideAndNothingElse(long seed) {
    Map<String, TableRecall> byHiding = TableRecall.of(Examined.together(Specimens.all(seed)));
    TableRecall all = TableRecall.total(byHiding);

    assertThat(all.tables()).isGreaterThan(150);
    assertThat(all.recall()).as("%s", byHiding).isGreaterThanOrEqualTo(0.95);
    assertThat(byHiding.get("innocent")).extracting(TableRecall::reported).isEqualTo(0);
  }

  @Test
  void specimensScannedApartAreJudgedAsThoseScannedTogether() {
    List<Specimen> some =
        List.of(
            Specimens.named("reported-mechanism", 1), Specimens.named("innocent--base64-image", 1));
    assertThat(TableRecall.total(TableRecall.of(Examined.apart(some))))
        .isEqualTo(TableRecall.total(TableRecall.of(Examined.together(some))))
        .extracting(TableRecall::recovered)
        .isEqualTo(2);
  }
}
