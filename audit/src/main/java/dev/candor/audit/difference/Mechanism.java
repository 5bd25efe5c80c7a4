package dev.candor.audit.difference;

import dev.candor.audit.FlowParts;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some flows of a report and whatever they use, recognisable in another report. */
record Mechanism(
    Set<Object> flows,
    Set<String> tables,
    Set<Content.Choice> choices,
    Set<Content.Reading> readings) {
  static Mechanism of(List<Flow> flows, StaticFindings findings) {
    Mechanism all =
        new Mechanism(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (Flow flow : flows) {
      FlowParts parts = FlowParts.of(flow, findings);
      all.flows.add(Content.of(flow));
      parts.tables().forEach(table -> all.tables.add(table.id()));
      parts.unreadable().forEach(table -> all.tables.add(table.id()));
      parts.probes().forEach(probe -> all.readings.add(Content.Reading.of(probe)));
      all.choices.addAll(Content.choices(flow));
    }
    return all;
  }

  boolean has(Flow flow) {
    return flows.contains(Content.of(flow));
  }

  boolean has(HiddenTable table) {
    return tables.contains(table.id());
  }

  boolean has(UnreadableTable table) {
    return tables.contains(table.id());
  }

  boolean has(Encoder encoder) {
    return choices.contains(Content.Choice.of(encoder));
  }

  boolean has(Probe probe) {
    return readings.contains(Content.Reading.of(probe));
  }
}
