package dev.candor.campaign.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them, alike in every locale. */
final class PageWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private PageWords() {}

  /** As {@code 28,800,000}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** As {@code 1 account}, {@code 25,000 accounts}. */
  static String count(long count, String noun) {
    return count(count, noun, noun + "s");
  }

  /** As {@code 1 address}, {@code 25,000 addresses}. */
  static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  /** As {@code 23.4}. */
  static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** As {@code 0.20}. */
  static String hundredths(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  static String minute(Instant time) {
    return MINUTE.format(time.atZone(ZoneOffset.UTC));
  }
}
