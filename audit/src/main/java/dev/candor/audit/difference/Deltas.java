package dev.candor.audit.difference;

import dev.candor.audit.MergedProbes;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.util.function.Predicate;

/**
 * Findings that appeared, changed and vanished, by kind.
 *
 * @param probes one for each thing that is read, with all places and comparisons
 * @param encoders one for each choice, those of flows too
 */
public record Deltas(
    Delta<Flow> flows,
    Delta<HiddenTable> tables,
    Delta<UnreadableTable> unreadable,
    Delta<Encoder> encoders,
    Delta<Probe> probes) {

  static Deltas between(StaticFindings older, StaticFindings newer) {
    return new Deltas(
        Delta.between(older.flows(), newer.flows(), Content::of, Content::kin),
        Delta.between(
            older.tables(),
            newer.tables(),
            HiddenTable::id,
            (a, b) -> Content.kin(a.entries(), b.entries())),
        Delta.between(
            older.unreadable(),
            newer.unreadable(),
            UnreadableTable::id,
            (a, b) -> Content.kin(a.values(), b.values())),
        Delta.between(Content.encoders(older), Content.encoders(newer), Content::of, Content::kin),
        Delta.between(
            MergedProbes.of(older.probes()),
            MergedProbes.of(newer.probes()),
            Content::of,
            Content::kin));
  }

  public boolean isEmpty() {
    return flows.isEmpty()
        && tables.isEmpty()
        && unreadable.isEmpty()
        && encoders.isEmpty()
        && probes.isEmpty();
  }

  /** That part of them. */
  Deltas of(Mechanism part) {
    return where(part::has, part::has, part::has, part::has, part::has);
  }

  /** All but that part of them. */
  Deltas without(Mechanism part) {
    return where(
        flow -> !part.has(flow),
        table -> !part.has(table),
        table -> !part.has(table),
        encoder -> !part.has(encoder),
        probe -> !part.has(probe));
  }

  private Deltas where(
      Predicate<Flow> flow,
      Predicate<HiddenTable> table,
      Predicate<UnreadableTable> list,
      Predicate<Encoder> encoder,
      Predicate<Probe> probe) {
    return new Deltas(
        flows.where(flow),
        tables.where(table),
        unreadable.where(list),
        encoders.where(encoder),
        probes.where(probe));
  }
}
