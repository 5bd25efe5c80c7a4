package dev.candor.audit.decoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as logs write them. */
final class Times {
  /** Members that loggers, HAR 1.2 and tools' transcripts call a time. */
  private static final Set<String> NAMES =
      Set.of(
          "timestamp",
          "@timestamp",
          "time",
          "ts",
          "datetime",
          "date",
          "when",
          "created",
          "created_at",
          "createdat",
          "starteddatetime",
          "started_at",
          "startedat",
          "start_time",
          "starttime",
          "request_time",
          "requesttime",
          "sent_at",
          "sentat",
          "received_at");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d{1,9}))?\\d{0,9} ?(Z|[+-]\\d\\d:?\\d\\d)?");

  private static final int LONGEST = 64;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private Times() {}

  /** Whether a member of that name is a time. */
  static boolean isName(String name) {
    return name.length() <= 20 && NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The first time in a text, as ISO 8601 writes it; UTC where it has no offset. */
  static Optional<Instant> in(String text) {
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      Optional<Instant> time = time(iso).flatMap(Times::plausible);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> time(Matcher iso) {
    String local =
        iso.group(1)
            + "T"
            + iso.group(2)
            + (iso.group(2).length() == 5 ? ":00" : "")
            + (iso.group(3) == null ? "" : "." + iso.group(3));
    String offset = iso.group(4);
    try {
      return Optional.of(
          offset == null || offset.equals("Z")
              ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(local + colon(offset)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String colon(String offset) {
    return offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
  }

  /** The value of a member that is a time: ISO 8601, or seconds to nanoseconds since 1970. */
  static Optional<Instant> of(String value) {
    String start = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    return start.matches("\\d{9,19}(\\.\\d{1,9})?") ? epoch(start) : in(start);
  }

  private static Optional<Instant> epoch(String value) {
    String whole = value.replaceFirst("\\..*", "");
    long number = Long.parseLong(whole.length() > 18 ? whole.substring(0, 18) : whole);
    if (whole.length() <= 10) {
      String fraction = value.substring(whole.length()).replaceFirst("^\\.", "") + "000000000";
      return plausible(Instant.ofEpochSecond(number, Long.parseLong(fraction.substring(0, 9))));
    }
    if (whole.length() <= 13) {
      return plausible(Instant.ofEpochMilli(number));
    }
    return whole.length() <= 16
        ? plausible(Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1000))
        : plausible(Instant.ofEpochMilli(Long.parseLong(whole.substring(0, 13))));
  }

  private static Optional<Instant> plausible(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
  }
}
