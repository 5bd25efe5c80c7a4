package dev.candor.fleet.check;

import dev.candor.fleet.inventory.Installation;
import dev.candor.policy.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What is said of decisions in all formats. */
final class DecisionWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private DecisionWords() {}

  /** As {@code claude-code 2.1.91 (npm)}. */
  static String named(Installation one) {
    return "%s %s (%s)"
        .formatted(one.tool(), one.version().orElse("of an unknown version"), one.means().word());
  }

  /** A day, where the moment is its first one, else a minute; in the zone of the policy. */
  static String moment(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    return there.equals(there.truncatedTo(ChronoUnit.DAYS))
        ? there.toLocalDate().toString()
        : MINUTE.format(there);
  }

  /** As {@code deny by claude-code-date-mark since 2026-07-10}. */
  static String decided(Decision decision, ZoneId zone) {
    return decision.action().word()
        + decision.rule().map(it -> " by " + it).orElse(" by default")
        + decision.since().map(it -> " since " + moment(it, zone)).orElse("");
  }
}
