package dev.candor.campaign.html;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Days from left to right, several in one column where there are many.
 *
 * @param from the first day
 * @param days how many
 * @param aColumn days in a column, from 1
 */
record Axis(LocalDate from, int days, int aColumn) {
  /** How many columns there are at most. */
  static final int COLUMNS = 120;

  /** Days before the first exchange that are shown at most. */
  private static final int BEFORE = 120;

  /**
   * From the first exchange of the log to the last; earlier where accounts were opened before.
   *
   * @param opened by day
   */
  static Axis of(LocalDate first, LocalDate last, SortedMap<LocalDate, Long> opened) {
    LocalDate from = first;
    if (!opened.isEmpty() && opened.firstKey().isBefore(first)) {
      LocalDate earliest = first.minusDays(BEFORE);
      from = opened.firstKey().isBefore(earliest) ? earliest : opened.firstKey();
    }
    int days = (int) ChronoUnit.DAYS.between(from, last) + 1;
    return new Axis(from, days, (days + COLUMNS - 1) / COLUMNS);
  }

  int columns() {
    return (days + aColumn - 1) / aColumn;
  }

  /** The first day of a column. */
  LocalDate day(int column) {
    return from.plusDays((long) column * aColumn);
  }

  /** As {@code 2026-03-01}, or {@code 2026-03-01 to 2026-03-07}. */
  String name(int column) {
    LocalDate last = from.plusDays(Math.min(days, (column + 1L) * aColumn) - 1);
    return aColumn == 1 ? day(column).toString() : day(column) + " to " + last;
  }

  /** What falls in each column. */
  List<Long> columns(SortedMap<LocalDate, Long> counts) {
    List<Long> columns = new ArrayList<>();
    for (int column = 0; column < columns(); column++) {
      columns.add(
          sum(counts.subMap(day(column), from.plusDays(Math.min(days, (column + 1L) * aColumn)))));
    }
    return columns;
  }

  /** What comes before all columns. */
  long before(SortedMap<LocalDate, Long> counts) {
    return sum(counts.headMap(from));
  }

  static long sum(SortedMap<LocalDate, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
