package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The levels of the trials as numbers. A factor that never varies is left out; so is one that
 * varies exactly as one before it.
 */
final class LevelTable {
  private final Map<String, int[]> numbers = new LinkedHashMap<>();
  private final List<Traffic> trials;

  LevelTable(List<Traffic> trials) {
    this.trials = List.copyOf(trials);
    TreeSet<String> factors = new TreeSet<>();
    trials.forEach(trial -> factors.addAll(trial.environment().levels().keySet()));
    for (String factor : factors) {
      int[] level = numbered(trials.stream().map(trial -> level(trial, factor)).toList());
      boolean varies = Arrays.stream(level).anyMatch(l -> l > 0);
      if (varies && numbers.values().stream().noneMatch(other -> Arrays.equals(other, level))) {
        numbers.put(factor, level);
      }
    }
  }

  private static String level(Traffic trial, String factor) {
    return trial.environment().levels().getOrDefault(factor, "");
  }

  String level(int trial, String factor) {
    return level(trials.get(trial), factor);
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
    return numbered(trials.stream().map(Traffic::environment).toList());
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
