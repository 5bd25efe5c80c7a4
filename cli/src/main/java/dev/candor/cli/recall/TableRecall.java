package dev.candor.cli.recall;

import dev.candor.core.HiddenTable;
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
public record TableRecall(int tables, int recovered, int reported, int junk, List<String> remarks) {
  private static final TableRecall NONE = new TableRecall(0, 0, 0, 0, List.of());

  /** The key is the hiding, or {@code innocent}. */
  public static Map<String, TableRecall> of(List<Examined> examined) {
    Map<String, TableRecall> byHiding = new TreeMap<>();
    for (Examined one : examined) {
      Specimen specimen = one.specimen();
      String hiding =
          specimen
              .label()
              .hiding()
              .filter(h -> !specimen.label().tables().isEmpty())
              .orElse("innocent");
      byHiding.merge(hiding, judge(specimen, one.findings().tables()), TableRecall::plus);
    }
    return byHiding;
  }

  private static TableRecall judge(Specimen specimen, List<HiddenTable> reported) {
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
    return new TableRecall(hidden.size(), recovered, reported.size(), junk, remarks);
  }

  TableRecall plus(TableRecall other) {
    return new TableRecall(
        tables + other.tables,
        recovered + other.recovered,
        reported + other.reported,
        junk + other.junk,
        Stream.concat(remarks.stream(), other.remarks.stream()).toList());
  }

  public static TableRecall total(Map<String, TableRecall> byHiding) {
    return byHiding.values().stream().reduce(NONE, TableRecall::plus);
  }

  public double recall() {
    return tables == 0 ? 1 : (double) recovered / tables;
  }

  public double precision() {
    return reported == 0 ? 1 : (double) (reported - junk) / reported;
  }
}
