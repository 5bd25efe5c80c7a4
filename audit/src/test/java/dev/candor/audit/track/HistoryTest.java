package dev.candor.audit.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.difference.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
  @Test
  void tellsFirstLastAndGone() {
    History history = Histories.of("AaAPppPA");

    assertThat(HistoryWords.headline(history)).isEqualTo("a covert flow in 1.0.3 to 1.0.6");
    assertThat(HistoryWords.of(history.periods().getFirst()))
        .containsEntry("first", "1.0.3 (2026-11-24 12:00 UTC); not yet in 1.0.2")
        .containsEntry("last", "1.0.6 (2026-11-27 12:00 UTC)")
        .containsEntry("gone in", "1.0.7 (2026-11-28 12:00 UTC)");
  }

  @Test
  void whereTheRangeEndsNobodyKnows() {
    Period period = Histories.of("PpP").periods().getFirst();

    assertThat(HistoryWords.of(period))
        .containsEntry("first", "1.0.0 (2026-11-21 12:00 UTC); what was before was not looked at")
        .containsEntry("last", "1.0.2 (2026-11-23 12:00 UTC); what comes after was not looked at")
        .doesNotContainKey("gone in");
  }

  @Test
  void whatCameTwiceIsTwoPeriods() {
    assertThat(HistoryWords.headline(Histories.of("APAPA")))
        .isEqualTo("a covert flow in 1.0.1, and in 1.0.3");
  }

  @Test
  void aVersionThatCouldNotBeLookedAtParesNoPeriod() {
    History history = Histories.of("AP!PA");

    assertThat(history.periods()).hasSize(1);
    assertThat(HistoryWords.failures(history)).containsExactly("1.0.2: it is not there (404).");
  }

  @Test
  void anotherMechanismIsAChangeWithinOnePeriod() {
    History history = Histories.of("APCA");

    assertThat(history.stretches())
        .extracting(Stretch::word)
        .containsExactly("absent", "present", "changed", "absent");
    assertThat(history.periods()).hasSize(1);
  }

  @Test
  void stretchesHoldWhatIsTheSame() {
    List<Stretch> stretches = Histories.of("AaaAPpPxx").stretches();

    assertThat(stretches)
        .extracting(Stretch::word)
        .containsExactly("absent", "present", "not looked at");
    assertThat(stretches).extracting(Stretch::seen).containsExactly(2, 2, 0);
    assertThat(HistoryWords.days(stretches.getFirst())).isEqualTo("2026-11-21 to 2026-11-24");
  }

  @ParameterizedTest
  @CsvSource({
    "AaA, ABSENT",
    "APA, PRESENT",
    "AxxA, UNCLEAR",
    "A!A, UNCLEAR",
    "PxxA, PRESENT",
  })
  void theStateIsThatOfTheVersionThatDecides(String versions, State state) {
    assertThat(Histories.of(versions).state()).isEqualTo(state);
  }

  @Test
  void eachBorderTellsWhatDiffers() {
    List<Border> borders = Histories.of("AaAP!A").borders();

    assertThat(borders)
        .extracting(Border::title)
        .containsExactly("1.0.2 to 1.0.3", "1.0.3 to 1.0.5, 1 between them not looked at");
    assertThat(borders.getFirst().appeared(false))
        .anyMatch(item -> item.startsWith("hidden table table-hosts"));
    assertThat(borders.getLast().vanished(false))
        .anyMatch(item -> item.startsWith("hidden table table-hosts"));
    assertThat(borders)
        .extracting(Border::difference)
        .extracting(Difference::headlines)
        .allMatch(lines -> !lines.isEmpty());
  }

  @Test
  void whatWasNotLookedAtIsCounted() {
    assertThat(HistoryWords.looked(Histories.of("AaaaAPpP")))
        .satisfiesExactly(
            seen -> assertThat(seen).isEqualTo("looked at 4 of 8 versions"),
            gap -> assertThat(gap).contains("up to 3 in a row were not", "--every at all"));
    assertThat(HistoryWords.looked(Histories.of("AAP"))).hasSize(1);
  }

  @Test
  void numbersThatNobodyCanHaveAreNamed() {
    assertThat(HistoryWords.missing(Histories.of("A-A--uA")))
        .containsExactly(
            "never published: 1.0.1, 1.0.3 to 1.0.4", "taken back: 1.0.5 of 2026-11-26 12:00 UTC");
  }
}
