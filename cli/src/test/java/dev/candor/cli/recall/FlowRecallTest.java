package dev.candor.cli.recall;

import static dev.candor.cli.recall.Made.APOSTROPHE;
import static dev.candor.cli.recall.Made.condition;
import static dev.candor.cli.recall.Made.encoder;
import static dev.candor.cli.recall.Made.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.specimens.Label;
import dev.candor.specimens.Match;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowRecallTest {
  private static final Label LABEL =
      Made.marking(
          APOSTROPHE,
          condition("timezone", Match.EQUAL, "UTC"),
          condition("endpoint", Match.SUFFIX, "a.test"),
          condition("gate", Match.UNSET, "X"));
  private static final Encoder ENCODER = encoder(Form.LOOKALIKE, "'", "\u2019");

  @Test
  void aFlowHasAllFactorsAndAnEncoderOfTheForm() {
    assertThat(found(flow(Optional.empty(), List.of("endpoint", "timezone"), ENCODER))).isTrue();
    assertThat(found(flow(Optional.empty(), List.of("endpoint"), ENCODER))).isFalse();
    assertThat(
            found(
                flow(
                    Optional.empty(),
                    List.of("endpoint", "timezone"),
                    encoder(Form.FORMAT, "-", "/"))))
        .isFalse();
  }

  @Test
  void anExplainedFlowIsNotCovert() {
    Flow explained = flow(Optional.of("as usual"), List.of("endpoint", "timezone"), ENCODER);
    assertThat(found(explained)).isFalse();
    assertThat(count(Made.twin(List.of(), List.of()), explained)).isEqualTo(Count.NONE);
  }

  @Test
  void aCovertFlowInATwinIsAFalseAlarm() {
    Flow flow = flow(Optional.empty(), List.of("timezone"), ENCODER);
    assertThat(count(Made.twin(List.of("timezone"), List.of()), flow))
        .isEqualTo(new Count(0, 0, 1, 1));
  }

  @Test
  void aCovertFlowFromAnythingElseIsAFalseAlarm() {
    Flow flow = flow(Optional.empty(), List.of("locale"), ENCODER);
    assertThat(count(LABEL, flow)).isEqualTo(new Count(1, 0, 1, 1));
  }

  private static boolean found(Flow flow) {
    return count(LABEL, flow).found() == 1;
  }

  private static Count count(Label label, Flow flow) {
    return Made.score(label, List.of(), List.of(), List.of(), List.of(flow)).count(Measure.FLOWS);
  }
}
