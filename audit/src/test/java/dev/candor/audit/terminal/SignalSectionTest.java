package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignalSectionTest {
  @Test
  void theHeadlineIsTheVerdict() {
    assertThat(text(Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed(), 200))
        .startsWith(
            "covert: the traffic depends on timezone in a way that a reader does not notice");
    assertThat(text(Shown.nothing().observed(), 200)).startsWith("candid: ");
    assertThat(text(Shown.nothing().doubt("It was stopped.").observed(), 200))
        .startsWith("inconclusive: ")
        .contains("It was stopped.");
  }

  @Test
  void aSignalIsShownWithItsPlaceCodebookAndCertainty() {
    assertThat(text(Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed(), 200))
        .contains(
            "Signal: timezone shows in the separator or letter case, 1.0 bits",
            "POST /v1/messages, body /system",
            "\u2026Today[-]07\u2026",
            "Asia/Tokyo",
            "all others, as timezone America/St_Johns",
            "q 0.0050 over all places and factors, in 6 trials; 2 of 2 fresh ones as foretold, p"
                + " 0.010");
  }

  @Test
  void whatWasNotConfirmedIsNoSignal() {
    assertThat(text(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 5, 6).observed(), 200))
        .contains(
            "Seemed to depend, and was not seen again",
            "timezone, format, POST /v1/messages, body /system")
        .doesNotContain("Signal:");
  }

  /** Fresh trials that all have the same level say nothing of what depends on it. */
  @Test
  void whatWasNotTriedAgainIsListedApart() {
    String untried = text(Shown.nothing().unconfirmed(Form.PRESENCE, 1, 2, 5).observed(), 200);
    assertThat(untried)
        .contains(
            "Seemed to depend, and was not tried again",
            "timezone, presence, POST /v1/messages, body /system")
        .doesNotContain("was not seen again");
    assertThat(text(Shown.nothing().unconfirmed(Form.PRESENCE, 1, 2, 5, 6).observed(), 200))
        .contains("Seemed to depend, and was not seen again")
        .doesNotContain("was not tried again");
  }

  @Test
  void whatCanBeReadIsShownAsSuch() {
    assertThat(text(Shown.nothing().observed(), 200))
        .contains("Depends on the environment, and can be read there", "timezone (plain, value)");
  }

  @Test
  void hostileTextIsInert() {
    assertThat(text(Shown.withStrings(Reports.HOSTILE), 80).codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> c == 0x2028);
  }

  @Property(tries = 100)
  void noLineIsWiderThanTheTerminal(
      @ForAll String text, @ForAll @IntRange(min = 40, max = 200) int width) {
    assertThat(text(Shown.withStrings(text), width).lines())
        .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(width));
  }

  private static String text(Observed observed, int width) {
    Report report = Reports.empty().with(observed, Reports.NOON);
    return Reports.written(new TerminalFormat(), report, new ReportOptions(true, width, false));
  }
}
