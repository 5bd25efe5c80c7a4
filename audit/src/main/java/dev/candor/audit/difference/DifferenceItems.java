package dev.candor.audit.difference;

import dev.candor.audit.Compared;
import dev.candor.audit.ComparisonText;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.Rendering;
import dev.candor.audit.difference.Delta.Change;
import dev.candor.core.Count;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Differences, one line each: tables first, then encoders, probes and explained flows. */
public final class DifferenceItems {
  private static final int ALTERNATIVES = 6;
  private static final int ENTRIES = 6;

  private final ComparisonText older;
  private final ComparisonText newer;

  /**
   * @param all whether lists of values are whole
   */
  public DifferenceItems(StaticFindings older, StaticFindings newer, boolean all) {
    this.older = new ComparisonText(older, all);
    this.newer = new ComparisonText(newer, all);
  }

  /** What is new. */
  public List<String> appeared(Deltas deltas) {
    return items(
        deltas.tables().appeared(),
        deltas.unreadable().appeared(),
        deltas.encoders().appeared(),
        deltas.probes().appeared(),
        deltas.flows().appeared(),
        newer);
  }

  /** What is gone. */
  public List<String> vanished(Deltas deltas) {
    return items(
        deltas.tables().vanished(),
        deltas.unreadable().vanished(),
        deltas.encoders().vanished(),
        deltas.probes().vanished(),
        deltas.flows().vanished(),
        older);
  }

  /** What is there in another state. */
  public List<String> changed(Deltas deltas) {
    List<String> items = new ArrayList<>();
    deltas.tables().changed().forEach(change -> items.add(table(change)));
    deltas.unreadable().changed().forEach(change -> items.add(list(change)));
    deltas.encoders().changed().forEach(change -> items.add(encoder(change)));
    deltas.probes().changed().forEach(change -> items.add(probe(change)));
    deltas.flows().changed().stream()
        .filter(change -> !change.newer().covert())
        .forEach(change -> items.add(flow(change.newer()) + "; " + before(change.older())));
    return items;
  }

  /** What the flow depended on. */
  public static String before(Flow flow) {
    return "before, it depended on "
        + String.join(", ", flow.factors())
        + (flow.gates().isEmpty() ? "" : ", gated by " + String.join(", ", flow.gates()));
  }

  private static List<String> items(
      List<HiddenTable> tables,
      List<UnreadableTable> unreadable,
      List<Encoder> encoders,
      List<Probe> probes,
      List<Flow> flows,
      ComparisonText comparisons) {
    List<String> items = new ArrayList<>();
    tables.forEach(table -> items.add(named(table) + entries(": ", table.entries())));
    unreadable.forEach(table -> items.add(named(table)));
    encoders.forEach(encoder -> items.add(encoder(encoder)));
    probes.forEach(probe -> items.add(probe(probe, comparisons)));
    // Covert ones have sections of their own.
    flows.stream().filter(flow -> !flow.covert()).forEach(flow -> items.add(flow(flow)));
    return items;
  }

  private static String named(HiddenTable table) {
    return "hidden table %s (%s)"
        .formatted(table.id(), Count.of(table.entries().size(), "entry", "entries"));
  }

  private static String named(UnreadableTable table) {
    return "unreadable table %s (%s)"
        .formatted(table.id(), Count.of(table.values().size(), "digest"));
  }

  private static String table(Change<HiddenTable> change) {
    return named(change.older())
        + " became "
        + named(change.newer())
        + entries("; added: ", without(change.newer().entries(), change.older().entries()))
        + entries("; removed: ", without(change.older().entries(), change.newer().entries()));
  }

  private static String list(Change<UnreadableTable> change) {
    return named(change.older()) + " became " + named(change.newer());
  }

  private static List<String> without(List<String> entries, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return entries.stream().filter(entry -> !known.contains(entry)).toList();
  }

  private static String entries(String lead, List<String> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    int more = entries.size() - ENTRIES;
    return lead
        + entries.stream().limit(ENTRIES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String encoder(Encoder encoder) {
    return choice(encoder)
        + (encoder.factors().isEmpty()
            ? ""
            : "; depends on " + String.join(", ", encoder.factors()));
  }

  private static String encoder(Change<Encoder> change) {
    return choice(change.newer())
        + "; depends on "
        + factors(change.newer())
        + ", before on "
        + factors(change.older());
  }

  private static String factors(Encoder encoder) {
    return encoder.factors().isEmpty()
        ? "nothing that was seen"
        : String.join(", ", encoder.factors());
  }

  private static String choice(Encoder encoder) {
    int more = encoder.alternatives().size() - ALTERNATIVES;
    return "encoder %s: %s%s"
        .formatted(
            encoder.form().word(),
            encoder.alternatives().stream()
                .limit(ALTERNATIVES)
                .map(Rendering::of)
                .collect(Collectors.joining("; ")),
            more > 0 ? " and " + more + " more" : "");
  }

  private static String probe(Probe probe, ComparisonText comparisons) {
    return named(probe) + comparisons("; ", comparisons.lines(Compared.of(probe)));
  }

  private String probe(Change<Probe> change) {
    SequencedSet<Compared> before = Compared.of(change.older());
    SequencedSet<Compared> now = Compared.of(change.newer());
    return named(change.newer())
        + comparisons(
            "; new: ", newer.lines(now.stream().filter(c -> !before.contains(c)).toList()))
        + comparisons(
            "; no longer: ", older.lines(before.stream().filter(c -> !now.contains(c)).toList()));
  }

  private static String named(Probe probe) {
    return "probe " + probe.factor() + ": " + probe.reads();
  }

  private static String comparisons(String lead, List<String> lines) {
    return lines.isEmpty() ? "" : lead + String.join(", ", lines);
  }

  private static String flow(Flow flow) {
    return "explained flow %s: depends on %s%s"
        .formatted(
            Fingerprint.of(flow),
            String.join(", ", flow.factors()),
            flow.explained().map(why -> "; " + why).orElse(""));
  }
}
