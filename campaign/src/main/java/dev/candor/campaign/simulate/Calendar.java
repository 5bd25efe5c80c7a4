package dev.candor.campaign.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days of a log.
 *
 * @param first of them, in UTC
 */
record Calendar(LocalDate first, int days) {
  static final int DAY = 86_400_000;
  static final int HOUR = 3_600_000;

  /** Milliseconds since 1970 at the beginning of a day; day 0 is the first. */
  long start(int day) {
    return (first.toEpochDay() + day) * DAY;
  }

  long end() {
    return start(days);
  }

  boolean weekend(int day) {
    DayOfWeek name = first.plusDays(day).getDayOfWeek();
    return name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
  }

  /** The week of a day, from 0. */
  static int week(int day) {
    return day / 7;
  }
}
