package dev.candor.lab.inference;

import dev.candor.lab.environment.Environment;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The levels of the trials as numbers. A factor that never varies is left out; so is one that
 * varies exactly as one before it.
 */
final class LevelTable {
  /** Of a thousand trials 16 MB. */
  private static final int MOST_KEPT = 4_000;

  private final Map<String, int[]> numbers = new LinkedHashMap<>();
  private final List<SortedMap<String, String>> trials;
  private final int[] environments;
  private final Map<Choice, int[]> known = new ConcurrentHashMap<>();

  /** By their contents. */
  private record Choice(List<String> factors, IntBuffer chosen) {}

  LevelTable(List<Traffic> trials) {
    environments = numbered(trials.stream().map(Traffic::environment).toList());
    TreeSet<String> factors = new TreeSet<>();
    trials.forEach(trial -> factors.addAll(trial.environment().joined().keySet()));
    Map<Environment, SortedMap<String, String>> levels = new HashMap<>();
    this.trials =
        trials.stream()
            .map(trial -> levels.computeIfAbsent(trial.environment(), one -> one.of(factors)))
            .toList();
    for (String factor : factors) {
      int[] level =
          numbered(this.trials.stream().map(all -> all.getOrDefault(factor, "")).toList());
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

  /**
   * The levels of some factors together, for some trials, from 0 without gaps. Not to be changed:
   * most places are in the same trials, and ask for the same.
   */
  int[] of(List<String> factors, int[] chosen) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Choice(factors, IntBuffer.wrap(chosen)), _ -> together(factors, chosen));
  }

  private int[] together(List<String> factors, int[] chosen) {
    long[] keys = new long[chosen.length];
    for (String factor : factors) {
      int[] all = numbers.get(factor);
      for (int i = 0; all != null && i < keys.length; i++) {
        keys[i] = keys[i] * trials.size() + all[chosen[i]];
      }
      if (factors.size() > 1) {
        renumber(keys);
      }
    }
    renumber(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** Keys from 0 without gaps, in the order in which they are first met. */
  private static void renumber(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    int[] numbers = new int[sorted.length];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int i = 0; i < keys.length; i++) {
      int at = Arrays.binarySearch(sorted, keys[i]);
      while (at > 0 && sorted[at - 1] == keys[i]) {
        at--;
      }
      if (numbers[at] < 0) {
        numbers[at] = next++;
      }
      keys[i] = numbers[at];
    }
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
