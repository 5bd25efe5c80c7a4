package dev.candor.audit.track;

import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.PublishedVersions;
import dev.candor.audit.Engine;
import dev.candor.audit.Marked;
import dev.candor.audit.Reports;
import dev.candor.core.StaticFindings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Histories for tests. */
public final class Histories {
  private static final Look PRESENT = Look.of(Marked.report());
  private static final Look ABSENT = Look.of(Marked.before());

  private Histories() {}

  /**
   * One letter for each version from 1.0.0 on, a day apart: {@code A} absent and seen, {@code a}
   * absent as around it, {@code P} and {@code p} present, {@code C} another mechanism, {@code x}
   * not looked at, {@code !} could not be, {@code -} never published, {@code u} taken back.
   */
  public static History of(String versions) {
    return of(versions, Optional.empty(), List.of());
  }

  /** The same with that text wherever a publisher's or an artifact's can stand. */
  public static History withStrings(String text) {
    Look look = Look.of(Reports.withStrings(text, "package/" + text));
    History plain = of("AaP!x-uA", Optional.of(text), List.of("noted " + text));
    List<Entry> entries = new ArrayList<>(plain.entries());
    entries.set(2, new Entry(entries.get(2).version(), new Sight.Seen(look, true)));
    entries.set(3, new Entry(entries.get(3).version(), new Sight.Unknown("failed " + text)));
    return new History(
        plain.range(),
        entries,
        plain.plan(),
        plain.complete(),
        plain.downloaded(),
        plain.notes(),
        plain.engine(),
        plain.created());
  }

  private static History of(String versions, Optional<String> deprecated, List<String> notes) {
    List<PublishedVersion> all = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < versions.length(); i++) {
      char letter = versions.charAt(i);
      if (letter == '-') {
        continue;
      }
      PublishedVersion version =
          new PublishedVersion(
              "1.0." + i,
              Optional.of(Reports.NOON.plus(Duration.ofDays(i))),
              letter != 'u',
              deprecated,
              Optional.empty());
      all.add(version);
      if (letter != 'u') {
        entries.add(new Entry(version, sight(letter)));
      }
    }
    return new History(
        new PublishedVersions("@scope/tool", "http://127.0.0.1/", Reports.NOON, all),
        entries,
        new Plan(4, false),
        versions.indexOf('x') < 0,
        List.of(new Downloaded("@scope/tool@1.0.0", 16_500_000)),
        notes,
        new Engine("1.0", "25"),
        Reports.NOON);
  }

  /**
   * {@code A}, {@code P} and {@code C} as above, {@code T} absent with a hidden table, {@code U}
   * unclear.
   */
  public static Look look(char letter) {
    return switch (letter) {
      case 'A' -> ABSENT;
      case 'P' -> PRESENT;
      case 'C' -> Look.of(Reports.full());
      case 'T' -> Look.of(Reports.withTables(Reports.table("table-1", List.of("a"), "m")));
      default ->
          Look.of(
              Reports.of(
                  new StaticFindings(
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of("too large"))));
    };
  }

  private static Sight sight(char letter) {
    return switch (letter) {
      case 'A' -> new Sight.Seen(ABSENT, false);
      case 'a' -> new Sight.Between(ABSENT);
      case 'P' -> new Sight.Seen(PRESENT, false);
      case 'p' -> new Sight.Between(PRESENT);
      case 'C' -> new Sight.Seen(Look.of(Reports.full()), false);
      case '!' -> new Sight.Unknown("it is not there (404).");
      default -> new Sight.Unknown("");
    };
  }
}
