package dev.candor.cli;

import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.StaticFindings;
import dev.candor.scan.Scan;
import dev.candor.specimens.Specimen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the scan recovers of the specimens' hidden tables, by hiding.
 *
 * @param tables hidden tables in the specimens
 * @param recovered those of which one reported table of the specimen holds every entry
 * @param reported tables that the scan reported
 * @param junk reported tables that share less than half of their entries with the hidden ones
 * @param remarks which tables were not recovered, and which are junk
 */
record Recall(int tables, int recovered, int reported, int junk, List<String> remarks) {
  private static final Recall NONE = new Recall(0, 0, 0, 0, List.of());

  /** Scans all specimens in one go; the key is the hiding, or {@code innocent}. */
  static Map<String, Recall> of(List<Specimen> specimens) {
    StaticFindings findings = Scan.of(specimens.stream().flatMap(Recall::entries).toList());
    Map<String, Recall> byHiding = new TreeMap<>();
    for (Specimen specimen : specimens) {
      List<HiddenTable> reported =
          findings.tables().stream().filter(t -> standsIn(t, specimen)).toList();
      String hiding =
          specimen
              .label()
              .hiding()
              .filter(h -> !specimen.label().tables().isEmpty())
              .orElse("innocent");
      byHiding.merge(hiding, judge(specimen, reported), Recall::plus);
    }
    return byHiding;
  }

  private static Recall judge(Specimen specimen, List<HiddenTable> reported) {
    List<List<String>> hidden = specimen.label().tables();
    List<String> remarks = new ArrayList<>();
    Set<String> all = new HashSet<>();
    hidden.forEach(all::addAll);
    int recovered = 0;
    for (List<String> table : hidden) {
      if (reported.stream().anyMatch(r -> new HashSet<>(r.entries()).containsAll(table))) {
        recovered++;
      } else {
        remarks.add(
            "missed  %s: %d entries from %s on"
                .formatted(specimen.name(), table.size(), table.getFirst()));
      }
    }
    int junk = 0;
    for (HiddenTable table : reported) {
      long shared = table.entries().stream().filter(all::contains).count();
      if (shared * 2 < table.entries().size()) {
        junk++;
        remarks.add(
            "junk    %s: %s as %s, of %d entries"
                .formatted(
                    specimen.name(),
                    table.id(),
                    String.join(", ", table.encoding()),
                    table.entries().size()));
      }
    }
    return new Recall(hidden.size(), recovered, reported.size(), junk, remarks);
  }

  Recall plus(Recall other) {
    return new Recall(
        tables + other.tables,
        recovered + other.recovered,
        reported + other.reported,
        junk + other.junk,
        Stream.concat(remarks.stream(), other.remarks.stream()).toList());
  }

  static Recall total(Map<String, Recall> byHiding) {
    return byHiding.values().stream().reduce(NONE, Recall::plus);
  }

  double recall() {
    return tables == 0 ? 1 : (double) recovered / tables;
  }

  double precision() {
    return reported == 0 ? 1 : (double) (reported - junk) / reported;
  }

  private static boolean standsIn(HiddenTable table, Specimen specimen) {
    return table.places().stream()
        .map(Location::module)
        .anyMatch(m -> m.startsWith(specimen.name() + "/"));
  }

  private static Stream<Entry> entries(Specimen specimen) {
    List<Entry> entries = new ArrayList<>();
    specimen
        .files()
        .forEach((path, bytes) ->
            entries.add(new Entry(specimen.name() + "/" + path, Content.of(bytes))));
    return entries.stream();
  }
}
