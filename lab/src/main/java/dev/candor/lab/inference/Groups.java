package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Equal values of trials, looked at once. */
final class Groups {
  private Groups() {}

  /** The trials of each value, the most frequent value first. */
  static <T> SequencedMap<T, List<Integer>> of(Map<Integer, T> values) {
    Map<T, List<Integer>> groups = new LinkedHashMap<>();
    values.forEach(
        (trial, value) -> groups.computeIfAbsent(value, _ -> new ArrayList<>()).add(trial));
    LinkedHashMap<T, List<Integer>> sorted = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(group -> sorted.put(group.getKey(), group.getValue()));
    return sorted;
  }

  /** The same value for all trials of a group. */
  static <T> void put(List<Integer> trials, T value, Map<Integer, T> into) {
    trials.forEach(trial -> into.put(trial, value));
  }
}
