package dev.candor.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.specimens.ReferenceModel.Gate;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;

class ReferenceModelTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private final ReferenceModel model =
      new ReferenceModel(List.of("alibaba-inc.com"), List.of("deepseek"));

  @Test
  void theSentencesAreThoseThatWerePublished() {
    assertThat(model.dateLine(DAY, Mark.NONE)).isEqualTo("Today's date is 2026-07-01.");
    assertThat(model.dateLine(DAY, new Mark(true, false, false)))
        .isEqualTo("Today\u2019s date is 2026-07-01.");
    assertThat(model.dateLine(DAY, new Mark(false, true, true)))
        .isEqualTo("Today\u02bcs date is 2026/07/01.");
    assertThat(model.dateLine(DAY, new Mark(true, true, false)))
        .isEqualTo("Today\u02b9s date is 2026-07-01.");
  }

  @Test
  void aListedDomainAndWhatIsBelowItAreMarked() {
    assertThat(domain("alibaba-inc.com")).isTrue();
    assertThat(domain("gw.alibaba-inc.com")).isTrue();
    assertThat(domain("notalibaba-inc.com")).isFalse();
    assertThat(domain("alibaba-inc.com.example.test")).isFalse();
    assertThat(domain("")).isFalse();
  }

  private boolean domain(String host) {
    return model.classify(host, "UTC", Gate.OPEN).domain();
  }

  @Test
  void aKeywordAnywhereInTheHostIsMarked() {
    assertThat(model.classify("api.deepseek.com", "UTC", Gate.OPEN))
        .isEqualTo(new Mark(false, true, false));
    assertThat(model.classify("deepseek.alibaba-inc.com", "Asia/Urumqi", Gate.OPEN))
        .isEqualTo(new Mark(true, true, true));
  }

  @Test
  void twoZonesAreMarkedAndTheirNeighboursAreNot() {
    assertThat(model.classify("", "Asia/Shanghai", Gate.OPEN).zone()).isTrue();
    assertThat(model.classify("", "Asia/Urumqi", Gate.OPEN).zone()).isTrue();
    assertThat(model.classify("", "Asia/Hong_Kong", Gate.OPEN).zone()).isFalse();
  }

  @Test
  void aClosedGateMarksNothing() {
    assertThat(model.classify("deepseek.alibaba-inc.com", "Asia/Shanghai", Gate.CLOSED))
        .isEqualTo(Mark.NONE);
  }

  @Test
  void anythingButASentenceTellsNothing() {
    assertThat(model.read("Today\u2018s date is 2026-07-01.")).isEmpty();
    assertThat(model.read("Today's date is 2026-07/01.")).isEmpty();
    assertThat(model.read("Today's date is 2026-02-30.")).isEmpty();
    assertThat(model.read(" Today's date is 2026-07-01.")).isEmpty();
    assertThat(model.read("")).isEmpty();
  }

  @Test
  void aYearOfFiveDigitsIsRefused() {
    assertThatThrownBy(() -> model.dateLine(LocalDate.of(10_000, 1, 1), Mark.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void readingGivesBackWhatWasWritten(
      @ForAll @DateRange(min = "0001-01-01", max = "9999-12-31") LocalDate day,
      @ForAll boolean domain,
      @ForAll boolean keyword,
      @ForAll boolean zone) {
    Mark mark = new Mark(domain, keyword, zone);
    assertThat(model.read(model.dateLine(day, mark))).contains(mark);
  }
}
