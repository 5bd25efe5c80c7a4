package dev.candor.campaign.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** Four accounts of campaign x, two of y, four in an office, ten others. */
  private static Labels labels() {
    Map<String, Labels.Label> labels = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      String campaign = i < 4 ? "x" : i < 6 ? "y" : "";
      labels.put(
          "a" + i, new Labels.Label(campaign, i < 6 ? "campaign" : i < 10 ? "office" : "organic"));
    }
    return new Labels(labels);
  }

  @Test
  void countsAccountsCampaignsAndFalseBans() {
    // three of x and one office worker as one campaign; two office workers as another
    Evaluation evaluation =
        Evaluation.of(
            labels(), Map.of("a0", "1", "a1", "1", "a2", "1", "a6", "1", "a7", "2", "a8", "2"));
    assertThat(evaluation.precision()).isEqualTo(new Share(3, 6));
    assertThat(evaluation.recall()).isEqualTo(new Share(3, 6));
    assertThat(evaluation.f1()).isCloseTo(0.5, within(1e-9));
    assertThat(evaluation.falseBans()).isEqualTo(new Share(3, 14));
    assertThat(evaluation.byKind())
        .containsEntry("office", new Share(3, 4))
        .containsEntry("organic", new Share(0, 10));
    assertThat(evaluation.campaignPrecision()).isEqualTo(new Share(1, 2));
    assertThat(evaluation.campaignRecall()).isEqualTo(new Share(1, 2));
    assertThat(evaluation.unlabelled()).isZero();
  }

  @Test
  void whoHasNoLabelCountsAsFalse() {
    Evaluation evaluation = Evaluation.of(labels(), Map.of("a0", "1", "stranger", "1"));
    assertThat(evaluation.precision()).isEqualTo(new Share(1, 2));
    assertThat(evaluation.falseBans()).isEqualTo(new Share(0, 14));
    assertThat(evaluation.unlabelled()).isEqualTo(1);
  }

  @Test
  void nothingReportedIsNoPrecision() {
    Evaluation evaluation = Evaluation.of(labels(), Map.of());
    assertThat(evaluation.precision().value()).isNaN();
    assertThat(evaluation.f1()).isZero();
  }
}
