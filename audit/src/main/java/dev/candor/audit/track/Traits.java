package dev.candor.audit.track;

import dev.candor.audit.Compared;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowParts;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ids of what is compared between versions. They depend on what the code does, not on names, places
 * or packaging.
 */
final class Traits {
  private Traits() {}

  /**
   * Of the covert flows with their symbols, gates, tables and probes; empty where there is none.
   */
  static Optional<String> mechanism(StaticFindings findings) {
    TreeSet<String> words = new TreeSet<>();
    for (Flow flow : findings.flows()) {
      if (flow.covert()) {
        words.add(Fingerprint.of(flow));
        flow.gates().forEach(gate -> words.add("gate " + gate));
        FlowParts parts = FlowParts.of(flow, findings);
        parts.tables().forEach(table -> words.add(table.id()));
        parts.unreadable().forEach(table -> words.add(table.id()));
        parts.probes().forEach(probe -> add(probe, words));
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Fingerprint.id("mechanism", List.copyOf(words)));
  }

  /** Of the mechanism and of all tables, whether a flow was followed from them or not. */
  static String hidden(StaticFindings findings) {
    TreeSet<String> words = new TreeSet<>();
    mechanism(findings).ifPresent(words::add);
    findings.tables().stream().map(HiddenTable::id).forEach(words::add);
    findings.unreadable().stream().map(UnreadableTable::id).forEach(words::add);
    return Fingerprint.id("hidden", List.copyOf(words));
  }

  private static void add(Probe probe, Set<String> words) {
    words.add(Fingerprint.id("reads", List.of(probe.factor(), probe.reads())));
    for (Compared compared : Compared.of(probe)) {
      words.add(
          Fingerprint.id(
              "compares",
              List.of(
                  probe.factor(),
                  compared.match().word(),
                  compared.value().orElse(""),
                  compared.table().orElse(""))));
    }
  }
}
