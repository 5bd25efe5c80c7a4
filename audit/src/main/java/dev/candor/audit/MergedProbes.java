package dev.candor.audit;

import dev.candor.core.Comparison;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Probes joined by what they read, whatever each place compares it with. */
public final class MergedProbes {
  private MergedProbes() {}

  /** One probe for each factor and thing read, in the order of the first of each. */
  public static List<Probe> of(List<Probe> probes) {
    Map<List<String>, List<Probe>> groups = new LinkedHashMap<>();
    for (Probe probe : probes) {
      groups
          .computeIfAbsent(List.of(probe.factor(), probe.reads()), k -> new ArrayList<>())
          .add(probe);
    }
    return groups.values().stream().map(MergedProbes::merged).toList();
  }

  private static Probe merged(List<Probe> group) {
    Probe first = group.getFirst();
    if (group.size() == 1) {
      return first;
    }
    Map<List<Object>, Comparison> compares = new LinkedHashMap<>();
    Set<Location> places = new LinkedHashSet<>();
    for (Probe probe : group) {
      probe
          .compares()
          .forEach(c -> compares.putIfAbsent(List.of(c.match(), c.values(), c.table()), c));
      places.addAll(probe.places());
    }
    return new Probe(
        first.factor(), first.reads(), List.copyOf(compares.values()), List.copyOf(places));
  }
}
