package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The levels of the trials as numbers. A factor that never varies is left out; so is one that
 * varies exactly as one before it.
 */
final class LevelTable {
  private final Map<String, int[]> numbers = new LinkedHashMap<>();
  private final List<SortedMap<String, String>> trials;
  private final int[] environments;

  LevelTable(List<Traffic> trials) {
    environments = numbered(trials.stream().map(Traffic::environment).toList());
    this.trials = trials.stream().map(trial -> trial.environment().joined()).toList();
    TreeSet<String> factors = new TreeSet<>();
    this.trials.forEach(levels -> factors.addAll(levels.keySet()));
    for (String factor : factors) {
      int[] level =
          numbered(this.trials.stream().map(levels -> levels.getOrDefault(factor, "")).toList());
      boolean varies = Arrays.stream(level).anyMatch(l -> l > 0);
      if (varies && numbers.values().stream().noneMatch(other -> Arrays.equals(other, level))) {
        numbers.put(factor, level);
      }
    }
  }

  String level(int trial, String factor) {
    return trials.get(trial).getOrDefault(factor, "");
  }

  List<String> factors() {
    return List.copyOf(numbers.keySet());
  }

  /** The levels of some factors together, for some trials, from 0 without gaps. */
  int[] of(List<String> factors, int[] chosen) {
    List<List<Integer>> keys = new ArrayList<>();
    for (int trial : chosen) {
      keys.add(factors.stream().map(factor -> number(factor, trial)).toList());
    }
    return numbered(keys);
  }

  private int number(String factor, int trial) {
    int[] all = numbers.get(factor);
    return all == null ? 0 : all[trial];
  }

  /** Trials of equal number had the same environment. */
  int[] environments() {
    return environments.clone();
  }

  static int[] numbered(List<?> keys) {
    Map<Object, Integer> seen = new LinkedHashMap<>();
    int[] all = new int[keys.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = seen.computeIfAbsent(keys.get(i), _ -> seen.size());
    }
    return all;
  }
}
