package dev.candor.fleet.collect.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Words() {}

  /** As {@code 25,000}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** As {@code 1 machine}, {@code 25,000 machines}. */
  static String count(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** In UTC, as {@code 2026-11-21 14:05}. */
  static String minute(Instant time) {
    return MINUTE.format(time.atZone(ZoneOffset.UTC));
  }

  static String version(String version) {
    return version.isEmpty() ? "unknown" : version;
  }

  /** The machine's name, and what was looked at where that is not the machine itself. */
  static String machine(String name, String root) {
    return root.equals("/") ? name : name + " (" + root + ")";
  }
}
