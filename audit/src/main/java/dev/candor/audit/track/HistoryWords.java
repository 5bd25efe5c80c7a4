package dev.candor.audit.track;

import dev.candor.artifact.PublishedVersion;
import dev.candor.core.Count;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** A history in plain words, the same in all formats. Nothing in them comes from an artifact. */
public final class HistoryWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private HistoryWords() {}

  /** The result in a sentence, to stand behind the state. */
  public static String headline(History history) {
    List<String> periods =
        history.periods().stream()
            .map(period -> range(version(period.first()), version(period.last())))
            .toList();
    return switch (history.state()) {
      case PRESENT -> "a covert flow in " + String.join(", and in ", periods);
      case ABSENT -> "no covert flow in any version that was looked at";
      case UNCLEAR -> "no covert flow was seen, and not everything was looked at";
    };
  }

  /** What stands beside {@code first}, {@code last} and {@code gone in}. */
  public static SequencedMap<String, String> of(Period period) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "first",
        dated(period.first())
            + period
                .before()
                .map(before -> "; not yet in " + version(before))
                .orElse("; what was before was not looked at"));
    lines.put(
        "last",
        dated(period.last())
            + (period.gone().isPresent() ? "" : "; what comes after was not looked at"));
    period.gone().ifPresent(gone -> lines.put("gone in", dated(gone)));
    return lines;
  }

  /** How much was looked at, and what that leaves open. */
  public static List<String> looked(History history) {
    int seen = history.seen();
    int all = history.entries().size();
    List<String> lines = new ArrayList<>();
    lines.add("looked at %d of %s".formatted(seen, Count.of(all, "version")));
    int gap = history.widestGap();
    if (gap > 0) {
      lines.add(
          ("where neighbours that were looked at are the same, up to %d in a row were not: what came"
                  + " and went within them, or was away, would not be seen; --step N looks at every"
                  + " Nth at least, --every at all")
              .formatted(gap));
    }
    return lines;
  }

  /** As {@code 12 files, 650.1 MB}; {@code nothing}. */
  public static String downloads(List<Downloaded> all) {
    return all.isEmpty()
        ? "nothing"
        : Count.of(all.size(), "file")
            + ", "
            + size(all.stream().mapToLong(Downloaded::bytes).sum());
  }

  /** As {@code 16.5 MB}. */
  public static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** As {@code 2.1.91 to 2.1.197}, or one of them where they are the same. */
  public static String range(String first, String last) {
    return first.equals(last) ? first : first + " to " + last;
  }

  public static String version(Entry entry) {
    return entry.version().version();
  }

  /** As {@code 2.1.91 (2026-04-03 02:28 UTC)}. */
  public static String dated(Entry entry) {
    return version(entry) + " (" + minute(entry.version()) + ")";
  }

  /** As {@code 2026-04-03 02:28 UTC}. */
  public static String minute(PublishedVersion version) {
    return version.published().map(HistoryWords::minute).orElse("no date");
  }

  public static String minute(Instant time) {
    return MINUTE.format(time.atZone(ZoneOffset.UTC));
  }

  /** As {@code 2026-04-03}. */
  public static String day(Optional<Instant> time) {
    return time.map(one -> DAY.format(one.atZone(ZoneOffset.UTC))).orElse("no date");
  }

  /** The days from the stretch's first version to its last. */
  public static String days(Stretch stretch) {
    return range(
        day(stretch.first().version().published()), day(stretch.last().version().published()));
  }

  /** What is known of one version, in a word: a state, and whether that was seen or follows. */
  public static String of(Entry entry) {
    return switch (entry.sight()) {
      case Sight.Seen(var look, var _) -> look.state().word();
      case Sight.Between(var look) -> look.state().word() + ", as around it";
      case Sight.Unknown _ -> "not looked at";
    };
  }

  /** As {@code 2.1.85 to 2.1.205, 103 versions}. */
  public static String extent(History history) {
    return range(version(history.entries().getFirst()), version(history.entries().getLast()))
        + ", "
        + Count.of(history.entries().size(), "version");
  }

  /** Versions that could not be looked at, and why. */
  public static List<String> failures(History history) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : history.entries()) {
      if (entry.sight() instanceof Sight.Unknown(String why) && !why.isEmpty()) {
        lines.add(version(entry) + ": " + why);
      }
    }
    return lines;
  }

  /** Numbers in the range that nobody can have. */
  public static List<String> missing(History history) {
    List<String> lines = new ArrayList<>();
    List<String> gaps = history.range().gaps();
    if (!gaps.isEmpty()) {
      lines.add("never published: " + String.join(", ", gaps));
    }
    for (PublishedVersion one : history.takenBack()) {
      lines.add("taken back: " + one.version() + " of " + minute(one));
    }
    return lines;
  }
}
