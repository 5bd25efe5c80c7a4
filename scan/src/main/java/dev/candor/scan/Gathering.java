package dev.candor.scan;

import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.TableId;
import dev.candor.core.UnreadableTable;
import dev.candor.scan.flow.FoundFlows;
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
      List<FoundFlows> flows,
      List<String> notSeen) {
    Map<List<String>, List<Recovered>> tables = new LinkedHashMap<>();
    Map<List<String>, List<Recovered>> rest = new LinkedHashMap<>();
    Set<Location> evaluated =
        recovered.stream()
            .filter(r -> r.recovery() instanceof Recovery.Evaluated)
            .map(Recovered::place)
            .collect(Collectors.toSet());
    StringEncoding.joined(recovered).stream()
        .filter(r -> !(r.recovery() instanceof Recovery.Searched && evaluated.contains(r.place())))
        .sorted(Comparator.comparing(Recovered::place))
        .forEach(r -> {
          switch (r.reading()) {
            case Reading.Listed list ->
                tables.computeIfAbsent(list.entries(), k -> new ArrayList<>()).add(r);
            case Reading.Prose prose ->
                rest.computeIfAbsent(List.of(shortened(prose.text())), k -> new ArrayList<>())
                    .add(r);
            case Reading.Noise noise -> {}
          }
        });
    List<HiddenTable> hidden =
        withoutParts(tables).entrySet().stream()
            .map(e -> table(e.getKey(), e.getValue()))
            .sorted(order())
            .toList();
    return new StaticFindings(
        hidden,
        merged(unreadable),
        rest.entrySet().stream()
            .map(e -> table(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(HiddenTable::score).reversed())
            .limit(MOST_REST)
            .toList(),
        flows.stream().flatMap(found -> found.probes(hidden).stream()).toList(),
        flows.stream().flatMap(found -> found.encoders(hidden).stream()).toList(),
        flows.stream().flatMap(found -> found.flows(hidden).stream()).toList(),
        notSeen);
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
