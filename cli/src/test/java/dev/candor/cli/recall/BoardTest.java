package dev.candor.cli.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.StaticFindings;
import dev.candor.specimens.Label;
import dev.candor.specimens.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final StaticFindings NOTHING =
      new StaticFindings(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  @Test
  void groupsByTriggerCarrierAndShape() {
    Label label = Made.marking(Made.APOSTROPHE, Made.condition("ci", Match.EQUAL, "CI"));
    Board board =
        Board.of(
            List.of(
                Examined.of(Made.specimen(label), NOTHING),
                Examined.of(Made.specimen(Made.twin(List.of(), List.of())), NOTHING)));

    assertThat(board.byTrigger()).containsOnlyKeys("some", "innocent");
    assertThat(board.byCarrier()).containsOnlyKeys("apostrophe", "innocent");
    assertThat(board.byShape()).containsOnlyKeys("direct", "innocent");
    assertThat(board.total().specimens()).isEqualTo(2);
    assertThat(board.total().count(Measure.FLOWS)).isEqualTo(new Count(1, 0, 0, 0));
    assertThat(board.total().count(Measure.FLOWS).recall()).isZero();
    assertThat(board.total().count(Measure.FLOWS).precision()).isEqualTo(1);
  }
}
