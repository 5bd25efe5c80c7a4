package dev.candor.campaign.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final Campaign FORTY = Found.campaign(1, 40, "");

  private static TimelineChart timeline() {
    Findings findings = Found.findings(List.of(FORTY), "");
    return TimelineChart.of(findings, 0, Found.daily(1));
  }

  @Test
  void thereIsALaneForEachMeasure() {
    assertThat(timeline().lanes())
        .extracting(TimelineChart.Lane::title)
        .containsExactly("accounts opened", "first exchange", "exchanges", "moved to next");
  }

  /** Opened from the tenth day before the log on: 10 and 30 of 40; exchanges: 10 and 30 of 40. */
  @Test
  void lanesAreSharesOfWhatEachHasInAll() {
    List<TimelineChart.Lane> lanes = timeline().lanes();

    assertThat(lanes.get(0).members()).startsWith(0.25, 0.75, 0.0).hasSize(40);
    assertThat(lanes.get(0).others()).startsWith(0.0, 0.0).contains(0.5);
    assertThat(lanes.get(2).members().subList(10, 12)).containsExactly(0.25, 0.75);
    assertThat(lanes.get(2).others().get(10)).isEqualTo(0.5);
    assertThat(lanes.get(3).others().get(21)).isEqualTo(0.1);
  }

  /** 40 columns in 770 pixels: the second one from 209 to 229, and three times as high. */
  @Test
  void barsStandInTheirColumns() {
    TimelineChart chart = timeline();

    assertThat(chart.bars(0)).isEqualTo("M190 78V59H208V78zM209 78V22H228V78z");
    assertThat(chart.line(0)).startsWith("M190 78V78H209V78H229");
    assertThat(chart.ticks()).first().isEqualTo(new TimelineChart.Tick(190, "2026-02-19"));
  }

  @Test
  void whoDoesNotSeeItIsToldTheSame() {
    assertThat(timeline().description())
        .startsWith("accounts opened: most on 2026-02-20: 75 %; others: 0 %. first exchange: ")
        .endsWith("moved to next: most on 2026-03-12: 100 %; others: 10 %");
  }

  @Test
  void fewMembersAreAllDrawn() {
    Drawn drawn = Drawn.of(FORTY);

    assertThat(drawn.members()).hasSize(40).doesNotHaveDuplicates();
    assertThat(drawn.words()).isEqualTo("40 accounts of 40 drawn: all that hold what is drawn.");
  }

  /** Half of 600 hold one device, half the other, so it is half of those that are drawn. */
  @Test
  void ofManyEachTiesMembersAreDrawnInProportion() {
    Drawn drawn = Drawn.of(Found.campaign(1, 600, ""));

    assertThat(drawn.members()).hasSize(60).doesNotHaveDuplicates();
    assertThat(drawn.members().stream().filter(member -> member < 300)).hasSize(30);
    assertThat(drawn.words())
        .isEqualTo(
            "60 accounts of 600 drawn, chosen evenly from the 600 that hold what is drawn, in the"
                + " order of what they hold.");
  }

  @Test
  void eachLineIsAMemberThatHoldsAValue() {
    TieChart chart = TieChart.of(FORTY);

    assertThat(chart.values()).extracting(TieChart.Value::mark).containsExactly("D1", "D2", "P1");
    assertThat(chart.values()).extracting(value -> value.ends().size()).containsExactly(20, 20, 40);
    assertThat(chart.lines(chart.values().getFirst()))
        .containsPattern("(M\\d+ \\d+L\\d+ \\d+){20}");
    assertThat(chart.accounts().getFirst().marks()).containsExactly("D1", "P1");
    assertThat(chart.extent()).isEqualTo("2 of 7 devices, 1 of 1 payment");
    assertThat(chart.values().get(1).title())
        .isEqualTo("D2: device d1, held by 20 members of 40 accounts");
  }

  @Test
  void everythingIsWithinThePicture() {
    TieChart chart = TieChart.of(Found.campaign(1, 600, ""));

    assertThat(chart.accounts())
        .allMatch(account -> account.spot().x() > 5 && account.spot().x() < TieChart.WIDTH - 5)
        .allMatch(account -> account.spot().y() > 5 && account.spot().y() < TieChart.HEIGHT - 5)
        .extracting(TieChart.Account::spot)
        .doesNotHaveDuplicates();
  }
}
