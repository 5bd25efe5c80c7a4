package dev.candor.audit;

import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.List;

/** Findings in plain sentences; the first one is the headline. */
final class Reasons {
  private Reasons() {}

  static List<String> of(StaticFindings findings) {
    List<String> reasons = new ArrayList<>();
    reasons.add(tables(findings.tables()));
    int unreadable = findings.unreadable().size();
    if (unreadable > 0) {
      reasons.add(counted(unreadable, "table") + " of digests that cannot be read back");
    }
    int unseen = findings.notSeen().size();
    if (unseen > 0) {
      reasons.add("not everything was read: " + counted(unseen, "omission"));
    }
    return reasons;
  }

  private static String tables(List<HiddenTable> tables) {
    if (tables.isEmpty()) {
      return "no hidden table";
    }
    int entries = tables.stream().mapToInt(table -> table.entries().size()).sum();
    return counted(tables.size(), "hidden table")
        + " with "
        + (entries == 1 ? "1 entry" : entries + " entries");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
