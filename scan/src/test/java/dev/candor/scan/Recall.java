package dev.candor.scan;

import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import dev.candor.specimens.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How what a scan reported compares with the truth about a specimen.
 *
 * @param wanted hidden tables of the specimen
 * @param recovered how many of them were reported
 * @param reported tables that were reported
 * @param junk how many of those have nothing to do with the specimen's
 */
record Recall(int wanted, int recovered, int reported, int junk) {
  static final Recall NONE = new Recall(0, 0, 0, 0);

  static Recall of(Label label, StaticFindings findings) {
    int recovered = 0;
    for (List<String> table : label.tables()) {
      recovered += findings.tables().stream().anyMatch(t -> holds(t, table, label)) ? 1 : 0;
    }
    int junk = 0;
    for (HiddenTable table : findings.tables()) {
      junk += isJunk(table, label) ? 1 : 0;
    }
    return new Recall(label.tables().size(), recovered, findings.tables().size(), junk);
  }

  /** All entries, and not many others; or those of all tables together, as call sites give them. */
  static boolean holds(HiddenTable reported, List<String> table, Label label) {
    Set<String> entries = new HashSet<>(reported.entries());
    return entries.containsAll(table)
        && (entries.size() <= 2 * new HashSet<>(table).size() || entries.containsAll(all(label)));
  }

  /** Less than half of its entries are the specimen's. */
  static boolean isJunk(HiddenTable reported, Label label) {
    Set<String> all = all(label);
    long shared = reported.entries().stream().filter(all::contains).count();
    return shared * 2 < reported.entries().size();
  }

  private static Set<String> all(Label label) {
    Set<String> all = new HashSet<>();
    label.tables().forEach(all::addAll);
    return all;
  }

  Recall plus(Recall other) {
    return new Recall(
        wanted + other.wanted,
        recovered + other.recovered,
        reported + other.reported,
        junk + other.junk);
  }

  /** Share of the hidden tables that were reported; 1 where there are none. */
  double recall() {
    return wanted == 0 ? 1 : (double) recovered / wanted;
  }

  /** Share of the reported tables that are hidden ones; 1 where nothing was reported. */
  double precision() {
    return reported == 0 ? 1 : (double) (reported - junk) / reported;
  }
}
