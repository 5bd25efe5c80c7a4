package dev.candor.audit;

import dev.candor.core.Count;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.List;

/** Findings in plain sentences; the first one is the headline. */
final class Reasons {
  private Reasons() {}

  static List<String> of(StaticFindings findings) {
    List<Flow> covert = findings.flows().stream().filter(Flow::covert).toList();
    List<String> reasons = new ArrayList<>();
    if (covert.isEmpty()) {
      reasons.add(tables(findings.tables()) + ", no covert flow");
    } else {
      reasons.add(FlowWords.dependence(covert));
      reasons.add(
          FlowWords.showing(covert)
              + (covert.size() == 1 ? "" : ", by " + covert.size() + " flows"));
      if (!findings.tables().isEmpty()) {
        reasons.add(tables(findings.tables()));
      }
    }
    int unreadable = findings.unreadable().size();
    if (unreadable > 0) {
      reasons.add(Count.of(unreadable, "table") + " of digests that cannot be read back");
    }
    List<String> rest = rest(findings, covert.size());
    if (!rest.isEmpty()) {
      reasons.add(String.join(", ", rest));
    }
    int unseen = findings.notSeen().size();
    if (unseen > 0) {
      reasons.add("not everything was read: " + Count.of(unseen, "omission"));
    }
    return reasons;
  }

  private static String tables(List<HiddenTable> tables) {
    if (tables.isEmpty()) {
      return "no hidden table";
    }
    int entries = tables.stream().mapToInt(table -> table.entries().size()).sum();
    return Count.of(tables.size(), "hidden table")
        + " with "
        + Count.of(entries, "entry", "entries");
  }

  /** What asks for no attention by itself. */
  private static List<String> rest(StaticFindings findings, int covert) {
    List<String> rest = new ArrayList<>();
    int explained = findings.flows().size() - covert;
    if (explained > 0) {
      rest.add(Count.of(explained, "explained flow"));
    }
    int encoders = FlowParts.encodersWithoutFlow(findings).size();
    if (encoders > 0) {
      rest.add(Count.of(encoders, "encoder") + " without a flow");
    }
    if (!findings.probes().isEmpty()) {
      long factors = findings.probes().stream().map(Probe::factor).distinct().count();
      rest.add(Count.of(findings.probes().size(), "probe") + " of " + Count.of(factors, "factor"));
    }
    return rest;
  }
}
