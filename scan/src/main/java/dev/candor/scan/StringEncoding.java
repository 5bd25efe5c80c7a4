package dev.candor.scan;

import dev.candor.core.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins the strings of a module that all stand under one key. A program that encodes its strings
 * one by one hides a single thing, and a thousand findings would hide it again.
 */
final class StringEncoding {
  private static final int FEWEST = 12;
  private static final int MOST_ENTRIES = 20_000;

  private StringEncoding() {}

  /** The same, with each such group as one table whose entries are the strings in stored order. */
  static List<Recovered> joined(Collection<Recovered> recovered) {
    Map<List<String>, List<Recovered>> groups = new LinkedHashMap<>();
    List<Recovered> result = new ArrayList<>();
    for (Recovered r : recovered) {
      if (isKeyed(r.steps())) {
        List<String> group = new ArrayList<>(r.steps());
        group.add(r.place().module());
        groups.computeIfAbsent(group, k -> new ArrayList<>()).add(r);
      } else {
        result.add(r);
      }
    }
    groups.values().forEach(g -> result.addAll(g.size() < FEWEST ? g : List.of(join(g))));
    return result;
  }

  /** Whether a step has a key of several bytes; one byte alone may fit a few strings by chance. */
  private static boolean isKeyed(List<String> steps) {
    return steps.stream()
        .anyMatch(s -> s.startsWith("xor:\"") || s.startsWith("xor:0x") || s.startsWith("rc4:"));
  }

  private static Recovered join(List<Recovered> group) {
    List<Recovered> inOrder = new ArrayList<>(group);
    inOrder.sort(Comparator.comparing(Recovered::place));
    Set<String> entries = new LinkedHashSet<>();
    TreeSet<Location> uses = new TreeSet<>();
    double score = 0;
    for (Recovered r : inOrder) {
      uses.add(r.place());
      switch (r.reading()) {
        case Reading.Listed list -> {
          entries.add(list.text());
          score = Math.max(score, list.score());
        }
        case Reading.Prose prose -> entries.add(prose.text());
        case Reading.Noise noise -> {}
      }
    }
    Recovered first = inOrder.getFirst();
    List<String> kept = entries.stream().limit(MOST_ENTRIES).toList();
    Reading all = new Reading.Listed(kept, score, String.join("\n", kept));
    return new Recovered(first.steps(), all, first.recovery(), first.place(), List.copyOf(uses));
  }
}
