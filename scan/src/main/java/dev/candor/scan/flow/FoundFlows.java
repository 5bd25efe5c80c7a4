package dev.candor.scan.flow;

import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a search found, to be joined with the tables that were recovered meanwhile. It holds the
 * trees of all its modules, which are many times as large as these.
 */
public final class FoundFlows {
  private final List<ProbeSearch.Found> read;
  private final List<FlowScan.Marked> marked;
  private final List<String> notSeen;

  FoundFlows(List<ProbeSearch.Found> read, List<FlowScan.Marked> marked, List<String> notSeen) {
    this.read = read;
    this.marked = marked;
    this.notSeen = notSeen;
  }

  /**
   * Joined with these tables. The result no longer holds the trees that the flows were followed in.
   */
  public JoinedFlows with(List<HiddenTable> tables) {
    return new JoinedFlows(probes(tables), encoders(tables), flows(tables), notSeen);
  }

  /** What was left out, and why. */
  List<String> notSeen() {
    return notSeen;
  }

  /** Where the environment is read; the same reading with the same comparisons is one probe. */
  public List<Probe> probes(List<HiddenTable> tables) {
    record Key(String factor, String reads) {}
    Map<Key, Set<Location>> places = new LinkedHashMap<>();
    Map<Key, List<Comparison>> compares = new LinkedHashMap<>();
    read.forEach(found -> {
      Key key = new Key(found.reading().factor(), found.reading().reads());
      places.computeIfAbsent(key, k -> new TreeSet<>()).add(found.location());
      found
          .compares()
          .forEach(c ->
              add(compares.computeIfAbsent(key, k -> new ArrayList<>()), comparison(c, tables)));
    });
    for (FlowScan.Marked one : marked) {
      for (Trace.Hit hit : one.hits()) {
        Key key = new Key(hit.reading().factor(), hit.reading().reads());
        places.computeIfAbsent(key, k -> new TreeSet<>()).add(hit.spot().place().location());
        hit.comparison()
            .flatMap(one.comparisons()::of)
            .ifPresent(c ->
                add(compares.computeIfAbsent(key, k -> new ArrayList<>()), comparison(c, tables)));
      }
    }
    return places.entrySet().stream()
        .map(e ->
            new Probe(
                e.getKey().factor(),
                e.getKey().reads(),
                tidy(compares.getOrDefault(e.getKey(), List.of())),
                List.copyOf(e.getValue())))
        .sorted(JoinedFlows.PROBES)
        .toList();
  }

  private static void add(List<Comparison> all, Comparison one) {
    boolean known =
        all.stream()
            .anyMatch(c ->
                c.match() == one.match()
                    && c.values().equals(one.values())
                    && c.table().equals(one.table()));
    if (!known) {
      all.add(one);
    }
  }

  /** An equal comparison with what is compared by suffix as well says nothing more. */
  private static List<Comparison> tidy(List<Comparison> compares) {
    return compares.stream()
        .filter(c ->
            c.match() != Match.EQUAL
                || compares.stream()
                    .noneMatch(o ->
                        o.match() == Match.DOT_SUFFIX
                            && o.table().equals(c.table())
                            && (o.table().isPresent() || o.values().equals(c.values()))))
        .toList();
  }

  private static Comparison comparison(Comparisons.Found found, List<HiddenTable> tables) {
    return tableOf(found, tables)
        .map(t -> new Comparison(found.match(), t.entries(), Optional.of(t.id()), found.location()))
        .orElseGet(() ->
            new Comparison(found.match(), found.values(), Optional.empty(), found.location()));
  }

  /** The recovered table that a comparison compares with; the nearest data decides. */
  static Optional<HiddenTable> tableOf(Comparisons.Found found, List<HiddenTable> tables) {
    return tables.isEmpty()
        ? Optional.empty()
        : Stream.concat(found.behind().stream(), found.stored().stream())
            .flatMap(place -> tables.stream().filter(t -> holds(t, place)))
            .findFirst();
  }

  private static boolean holds(HiddenTable table, Location place) {
    return Stream.concat(table.places().stream(), table.uses().stream())
        .anyMatch(p ->
            p.module().equals(place.module())
                && p.range().start() < place.range().end()
                && place.range().start() < p.range().end());
  }

  private List<FlowScan.Marked> counting(List<HiddenTable> tables) {
    return marked.stream().filter(one -> one.openly() || isHidden(one, tables)).toList();
  }

  /** Whether what it depends on is looked up in a hidden table. */
  static boolean isHidden(FlowScan.Marked one, List<HiddenTable> tables) {
    return one.hits().stream()
        .filter(hit -> !hit.gate())
        .flatMap(hit -> hit.comparison().flatMap(one.comparisons()::of).stream())
        .anyMatch(found -> tableOf(found, tables).isPresent());
  }

  /** Picks that depend on the environment. */
  public List<Encoder> encoders(List<HiddenTable> tables) {
    List<Encoder> found = new ArrayList<>();
    for (FlowScan.Marked one : counting(tables)) {
      boolean plain =
          one.pick().form() == Form.LOOKALIKE
              || one.pick().form() == Form.INVISIBLE && hasCharacter(one.pick());
      if (plain && !one.reached().onlyShown() || one.reached().outgoing()) {
        found.add(encoder(one));
      }
    }
    return found.stream().distinct().sorted(JoinedFlows.ENCODERS).toList();
  }

  private static boolean hasCharacter(Pick pick) {
    return pick.alternatives().stream().anyMatch(a -> !a.isBlank());
  }

  private static Encoder encoder(FlowScan.Marked one) {
    return new Encoder(
        one.pick().form(),
        one.pick().alternatives(),
        List.copyOf(factors(one)),
        one.pick().shown().location());
  }

  private static Set<String> factors(FlowScan.Marked one) {
    TreeSet<String> factors = new TreeSet<>();
    one.hits().stream().filter(h -> !h.gate()).forEach(h -> factors.add(h.reading().factor()));
    return factors;
  }

  /** Chains from the environment to outgoing text; encoders that meet in one text are one flow. */
  public List<Flow> flows(List<HiddenTable> tables) {
    Map<Location, List<FlowScan.Marked>> byEnd = new TreeMap<>();
    for (FlowScan.Marked one : counting(tables)) {
      if (one.reached().outgoing()) {
        Reach.Way way = one.reached().text().or(one.reached()::request).orElseThrow();
        byEnd.computeIfAbsent(way.end().place().location(), k -> new ArrayList<>()).add(one);
      }
    }
    return byEnd.values().stream()
        .map(together -> flow(together, tables))
        .sorted(JoinedFlows.FLOWS)
        .toList();
  }

  private Flow flow(List<FlowScan.Marked> together, List<HiddenTable> tables) {
    Set<String> factors = new TreeSet<>();
    Set<String> gates = new TreeSet<>();
    Confidence weakest = Confidence.FOLLOWED;
    List<Step> steps = new ArrayList<>();
    Set<Location> shown = new LinkedHashSet<>();
    for (FlowScan.Marked one : together) {
      factors.addAll(factors(one));
      one.hits().stream().filter(Trace.Hit::gate).forEach(h -> gates.add(h.reading().factor()));
      Evidence evidence = new Evidence(one.comparisons(), tables, steps, shown);
      weakest = Sites.weaker(weakest, evidence.of(one));
    }
    Evidence ends = new Evidence(together.getFirst().comparisons(), tables, steps, shown);
    weakest = Sites.weaker(weakest, ends.ways(together));
    gates.removeAll(factors);
    return new Flow(
        List.copyOf(factors),
        List.copyOf(gates),
        together.stream().map(FoundFlows::encoder).toList(),
        steps,
        weakest,
        Explanation.of(together, factors, tables));
  }
}
