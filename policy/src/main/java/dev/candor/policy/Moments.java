package dev.candor.policy;

import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Days and moments of a policy. A day begins at its first moment in the zone of the policy. */
record Moments(YamlFile file, ZoneId zone) {
  private static final String FORMS = "a day as 2026-07-10, or a moment as 2026-07-10T09:00+08:00";

  /** Years that people mean; others are typing errors. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 9999;

  /** From when on; of a day its first moment. */
  Optional<Instant> from(Yaml.Members members, String key) {
    return members.node(key).map(node -> moment(node, key, members.text(key), 0));
  }

  /** The first moment at which it is over; of a day the first one of the next. */
  Optional<Instant> until(Yaml.Members members, String key) {
    return members.node(key).map(node -> moment(node, key, members.text(key), 1));
  }

  private Instant moment(Yaml node, String key, String text, int days) {
    try {
      Instant moment =
          text.indexOf('T') >= 0
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
      int year = moment.atZone(zone).getYear();
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return moment;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw file.wrong(node.line(), "\"" + key + "\" is " + FORMS);
  }

  /** From when until when, of keys with those names. */
  Term term(Yaml.Members members, Optional<Instant> until) {
    try {
      return new Term(from(members, "from"), until);
    } catch (IllegalArgumentException e) {
      throw file.wrong(members.line(), "this " + e.getMessage());
    }
  }
}
