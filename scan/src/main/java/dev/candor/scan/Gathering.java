package dev.candor.scan;

import dev.candor.core.Comparison;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.TableId;
import dev.candor.core.UnreadableTable;
import dev.candor.scan.flow.JoinedFlows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Joins what was read at many places into findings: a table once, with all its places. */
final class Gathering {
  private static final int MOST_REST = 200;
  private static final int MOST_USES = 20;
  private static final int REST_TEXT = 400;

  private Gathering() {}

  static StaticFindings gather(
      Collection<Recovered> recovered,
      Collection<UnreadableTable> unreadable,
      List<JoinedFlows> flows,
      List<String> notSeen) {
    Read read = Read.of(recovered);
    List<HiddenTable> hidden = read.hidden();
    return new StaticFindings(
        hidden,
        merged(unreadable),
        read.rest().entrySet().stream()
            .map(e -> table(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(HiddenTable::score).reversed())
            .limit(MOST_REST)
            .toList(),
        flows.stream()
            .flatMap(found -> known(found.probes(), hidden).stream())
            .sorted(JoinedFlows.PROBES)
            .toList(),
        flows.stream()
            .flatMap(found -> found.encoders().stream())
            .sorted(JoinedFlows.ENCODERS)
            .toList(),
        flows.stream().flatMap(found -> found.flows().stream()).sorted(JoinedFlows.FLOWS).toList(),
        notSeen);
  }

  /** The hidden tables in what was recovered. */
  static List<HiddenTable> tables(Collection<Recovered> recovered) {
    return Read.of(recovered).hidden();
  }

  /**
   * What was recovered, by what it reads as.
   *
   * @param tables lists, by their entries
   * @param rest other text
   */
  private record Read(
      Map<List<String>, List<Recovered>> tables, Map<List<String>, List<Recovered>> rest) {
    static Read of(Collection<Recovered> recovered) {
      Read read = new Read(new LinkedHashMap<>(), new LinkedHashMap<>());
      Set<Location> evaluated =
          recovered.stream()
              .filter(r -> r.recovery() instanceof Recovery.Evaluated)
              .map(Recovered::place)
              .collect(Collectors.toSet());
      StringEncoding.joined(recovered).stream()
          .filter(
              r -> !(r.recovery() instanceof Recovery.Searched && evaluated.contains(r.place())))
          .sorted(Comparator.comparing(Recovered::place))
          .forEach(read::add);
      return read;
    }

    private void add(Recovered one) {
      switch (one.reading()) {
        case Reading.Listed list ->
            tables.computeIfAbsent(list.entries(), k -> new ArrayList<>()).add(one);
        case Reading.Prose prose ->
            rest.computeIfAbsent(List.of(shortened(prose.text())), k -> new ArrayList<>()).add(one);
        case Reading.Noise noise -> {}
      }
    }

    List<HiddenTable> hidden() {
      return withoutParts(tables).entrySet().stream()
          .map(e -> table(e.getKey(), e.getValue()))
          .sorted(order())
          .toList();
    }
  }

  /** The same, without names of tables that became part of a larger one after they were joined. */
  private static List<Probe> known(List<Probe> probes, List<HiddenTable> tables) {
    Set<String> ids = tables.stream().map(HiddenTable::id).collect(Collectors.toSet());
    return probes.stream()
        .map(probe ->
            new Probe(
                probe.factor(),
                probe.reads(),
                probe.compares().stream()
                    .map(c ->
                        new Comparison(
                            c.match(), c.values(), c.table().filter(ids::contains), c.location()))
                    .toList(),
                probe.places()))
        .toList();
  }

  /**
   * Leaves out what was evaluated call by call and stands in a larger table of the module as well.
   */
  private static Map<List<String>, List<Recovered>> withoutParts(
      Map<List<String>, List<Recovered>> tables) {
    Map<List<String>, List<Recovered>> whole = new LinkedHashMap<>(tables);
    tables.forEach((entries, found) -> {
      if (found.stream().allMatch(r -> r.recovery() instanceof Recovery.Evaluated)
          && tables.entrySet().stream().anyMatch(e -> holds(e.getKey(), entries))) {
        whole.remove(entries);
      }
    });
    return whole;
  }

  private static boolean holds(List<String> larger, List<String> smaller) {
    return larger.size() > smaller.size() && new HashSet<>(larger).containsAll(smaller);
  }

  private static Comparator<HiddenTable> order() {
    return Comparator.<HiddenTable>comparingInt(t -> -t.entries().size())
        .thenComparing(HiddenTable::id);
  }

  private static HiddenTable table(List<String> entries, List<Recovered> found) {
    // Source code first: a reader can follow it there; then what was evaluated last.
    Recovered best =
        found.stream()
            .min(
                Comparator.<Recovered>comparingInt(
                        r -> r.recovery() instanceof Recovery.Searched ? 0 : 1)
                    .thenComparing(r -> r.uses().isEmpty())
                    .thenComparing(Recovered::place))
            .orElseThrow();
    List<Location> places = new ArrayList<>(List.of(best.place()));
    TreeSet<Location> uses = new TreeSet<>();
    for (Recovered r : found) {
      if (!places.contains(r.place())) {
        places.add(r.place());
      }
      uses.addAll(r.uses());
    }
    double score =
        switch (best.reading()) {
          case Reading.Listed list -> list.score();
          case Reading.Prose prose -> prose.score();
          case Reading.Noise noise -> 0;
        };
    return new HiddenTable(
        TableId.ofEntries(entries),
        best.steps(),
        entries,
        Math.round(score * 100) / 100.0,
        best.recovery(),
        places,
        uses.stream().limit(MOST_USES).toList());
  }

  private static List<UnreadableTable> merged(Collection<UnreadableTable> found) {
    Map<String, UnreadableTable> byId = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(UnreadableTable::location))
        .forEach(t ->
            byId.merge(
                t.id(),
                t,
                (a, b) -> {
                  TreeSet<Location> places = new TreeSet<>(a.places());
                  places.addAll(b.places());
                  return new UnreadableTable(a.id(), a.kind(), a.values(), List.copyOf(places));
                }));
    return List.copyOf(byId.values());
  }

  private static String shortened(String text) {
    return text.length() <= REST_TEXT ? text : text.substring(0, REST_TEXT) + "…";
  }
}
