package dev.candor.campaign.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @Test
  void itGoesFromTheFirstExchangeToTheLast() {
    Axis axis = Axis.of(FIRST, FIRST.plusDays(29), new TreeMap<>());

    assertThat(axis).isEqualTo(new Axis(FIRST, 30, 1));
    assertThat(axis.columns()).isEqualTo(30);
    assertThat(axis.name(1)).isEqualTo("2026-03-02");
  }

  @Test
  void itBeginsEarlierWhereAccountsWereOpenedEarlier() {
    Axis axis = Axis.of(FIRST, FIRST.plusDays(29), new TreeMap<>(Map.of(FIRST.minusDays(10), 1L)));

    assertThat(axis).isEqualTo(new Axis(FIRST.minusDays(10), 40, 1));
  }

  @Test
  void whatWasOpenedLongBeforeIsCountedAndNotShown() {
    TreeMap<LocalDate, Long> opened =
        new TreeMap<>(Map.of(FIRST.minusDays(500), 3L, FIRST.minusDays(120), 2L));
    Axis axis = Axis.of(FIRST, FIRST.plusDays(29), opened);

    assertThat(axis.from()).isEqualTo(FIRST.minusDays(120));
    assertThat(axis.before(opened)).isEqualTo(3);
  }

  /** 241 days in columns of three: eighty whole ones, and one day. */
  @Test
  void manyDaysShareColumns() {
    Axis axis = Axis.of(FIRST, FIRST.plusDays(240), new TreeMap<>());
    TreeMap<LocalDate, Long> counts =
        new TreeMap<>(
            Map.of(
                FIRST, 1L, FIRST.plusDays(2), 2L, FIRST.plusDays(3), 4L, FIRST.plusDays(240), 8L));

    assertThat(axis.aColumn()).isEqualTo(3);
    assertThat(axis.columns()).isEqualTo(81);
    assertThat(axis.columns(counts)).startsWith(3L, 4L, 0L).endsWith(0L, 8L).hasSize(81);
    assertThat(axis.name(0)).isEqualTo("2026-03-01 to 2026-03-03");
    assertThat(axis.name(80)).isEqualTo("2026-10-27 to 2026-10-27");
  }

  /** A log whose times are from 2000 to now, as hostile ones may be. */
  @Test
  void aQuarterOfACenturyIsNoMoreColumns() {
    Axis axis = Axis.of(LocalDate.of(2000, 1, 1), LocalDate.of(2026, 6, 1), new TreeMap<>());

    assertThat(axis.columns()).isLessThanOrEqualTo(Axis.COLUMNS);
  }
}
