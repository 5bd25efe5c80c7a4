package dev.candor.cli.recall;

import static dev.candor.cli.recall.Made.APOSTROPHE;
import static dev.candor.cli.recall.Made.compares;
import static dev.candor.cli.recall.Made.condition;
import static dev.candor.cli.recall.Made.marking;
import static dev.candor.cli.recall.Made.probe;
import static dev.candor.cli.recall.Made.score;
import static dev.candor.cli.recall.Made.twin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeRecallTest {
  private static final Condition ZONE =
      condition("timezone", dev.candor.specimens.Match.EQUAL, "Asia/Tokyo", "Asia/Seoul");
  private static final Condition HOST =
      condition("endpoint", dev.candor.specimens.Match.SUFFIX, "a.test", "b.test");

  @Test
  void countsEachConditionThatHasAProbeButNoGate() {
    Condition gate = condition("gate", dev.candor.specimens.Match.UNSET, "X");
    Score score = score(marking(APOSTROPHE, ZONE, HOST, gate), List.of(probe("timezone")));

    assertThat(score.count(Measure.PROBES)).isEqualTo(new Count(2, 1, 1, 0));
    assertThat(score.remarks()).anyMatch(r -> r.contains("one: probe of endpoint"));
  }

  @Test
  void aComparisonIsRightWithItsMatchAndAllItsValues() {
    assertThat(compared(ZONE, compares(Match.EQUAL, "Asia/Seoul", "Asia/Tokyo"))).isTrue();
    assertThat(compared(ZONE, compares(Match.EQUAL, "Asia/Seoul"))).isFalse();
    assertThat(compared(ZONE, compares(Match.SUBSTRING, "Asia/Seoul", "Asia/Tokyo"))).isFalse();
    assertThat(compared(ZONE, compares(Match.EQUAL, "Asia/Seoul", "Asia/Tokyo", "x", "y", "z")))
        .isFalse();
    assertThat(compared(HOST, compares(Match.DOT_SUFFIX, "a.test", "b.test"))).isTrue();
    assertThat(compared(HOST, compares(Match.SUFFIX, "a.test", "b.test"))).isFalse();
  }

  @Test
  void valuesMayBeComparedOneAfterTheOther() {
    assertThat(
            compared(
                ZONE, compares(Match.EQUAL, "Asia/Seoul"), compares(Match.EQUAL, "Asia/Tokyo")))
        .isTrue();
    assertThat(
            compared(
                ZONE, compares(Match.EQUAL, "Asia/Seoul"), compares(Match.SUBSTRING, "Asia/Tokyo")))
        .isFalse();
  }

  private static boolean compared(Condition condition, Comparison... compares) {
    Score score =
        score(marking(APOSTROPHE, condition), List.of(probe(condition.factor(), compares)));
    return score.count(Measure.COMPARED).found() == 1;
  }

  @Test
  void aComparisonMayNameTheTableThatHoldsItsValues() {
    Comparison compares =
        new Comparison(Match.DOT_SUFFIX, List.of(), Optional.of("t-1"), Made.PLACE);
    Score score =
        score(
            marking(APOSTROPHE, HOST),
            List.of(Made.table("t-1", "a.test", "b.test")),
            List.of(probe("endpoint", compares)),
            List.of(),
            List.of());
    assertThat(score.count(Measure.COMPARED).recall()).isEqualTo(1);
  }

  @Test
  void anOffsetMayBeComparedInHours() {
    Condition offset = condition("timezone", dev.candor.specimens.Match.DERIVED, "-480");
    assertThat(compared(offset, compares(Match.EQUAL, "-480"))).isTrue();
    assertThat(compared(offset, compares(Match.EQUAL, "-8"))).isTrue();
    assertThat(compared(offset, compares(Match.EQUAL, "-9"))).isFalse();
  }

  @Test
  void aBuildServiceIsKnownByWhetherAVariableIsSet() {
    Condition ci = condition("ci", dev.candor.specimens.Match.SET, "GITHUB_ACTIONS");
    assertThat(compared(ci, compares(Match.PRESENCE))).isTrue();
    assertThat(compared(ci, compares(Match.EQUAL, "GITHUB_ACTIONS"))).isFalse();
  }

  @Test
  void digestsAreThoseOfTheCode() {
    Condition digest = condition("endpoint", dev.candor.specimens.Match.DIGEST, "a.test");
    Label plain = marking(APOSTROPHE, digest);
    Label label =
        new Label(
            plain.hiding(),
            plain.tables(),
            plain.encoding(),
            List.of(List.of("d1", "d2")),
            plain.trigger(),
            plain.shape(),
            plain.carriers(),
            plain.reads(),
            plain.picks(),
            plain.covert(),
            plain.why());
    Score score = score(label, List.of(probe("endpoint", compares(Match.DIGEST, "d1", "d2"))));
    assertThat(score.count(Measure.COMPARED).recall()).isEqualTo(1);
  }

  @Test
  void aProbeOfWhatATwinDoesNotReadIsFalse() {
    Score score =
        score(
            twin(List.of("endpoint", "workdir"), List.of()),
            List.of(probe("endpoint"), probe("repository"), probe("timezone")));
    assertThat(score.count(Measure.PROBES)).isEqualTo(new Count(0, 0, 3, 1));
    assertThat(score.remarks()).singleElement().asString().contains("false", "timezone");
  }

  @Test
  void theValuesOfAnotherSpecimenFillNoGap() {
    Comparison elsewhere =
        new Comparison(
            Match.EQUAL, List.of("Asia/Seoul"), Optional.empty(), new Location("two/cli.js", 1, 2));
    assertThat(compared(ZONE, compares(Match.EQUAL, "Asia/Tokyo"), elsewhere)).isFalse();
  }

  @Test
  void findingsOfOtherSpecimensDoNotCount() {
    Probe elsewhere =
        new Probe("timezone", "X", List.of(), List.of(new Location("one-more/cli.js", 1, 2)));
    assertThat(score(marking(APOSTROPHE, ZONE), List.of(elsewhere)).count(Measure.PROBES))
        .isEqualTo(new Count(1, 0, 0, 0));
  }
}
