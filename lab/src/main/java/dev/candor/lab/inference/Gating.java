package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A factor that only switches off what another one tells: with some of its levels, not the usual
 * one, the symbol is the usual one whatever the other factor's level; with all others the other
 * factor alone determines it.
 *
 * @param trigger the factor that tells
 * @param gate the factor that switches
 * @param closed its levels with which nothing is told
 * @param open the trials with other ones
 */
record Gating(String trigger, String gate, TreeSet<String> closed, int[] open) {
  /** Of two factors that determine a column together. */
  static Optional<Gating> of(Column column, List<String> factors, LevelTable levels) {
    if (factors.size() != 2) {
      return Optional.empty();
    }
    return of(column, factors.getFirst(), factors.getLast(), levels)
        .or(() -> of(column, factors.getLast(), factors.getFirst(), levels));
  }

  private static Optional<Gating> of(
      Column column, String trigger, String gate, LevelTable levels) {
    int[] present = column.trials();
    String usual = usual(gate, present, levels);
    Map<String, Integer> told = new HashMap<>();
    for (int trial : present) {
      if (levels.level(trial, gate).equals(usual)) {
        told.put(levels.level(trial, trigger), column.at()[trial]);
      }
    }
    TreeSet<String> closed = new TreeSet<>();
    List<Integer> others = new ArrayList<>();
    for (int trial : present) {
      Integer symbol = told.get(levels.level(trial, trigger));
      if (symbol == null) {
        others.add(trial);
      } else if (symbol != column.at()[trial]) {
        closed.add(levels.level(trial, gate));
      }
    }
    // Levels of the trigger that were never tried with the gate's usual level.
    for (int trial : others) {
      if (!closed.contains(levels.level(trial, gate))) {
        Integer before = told.putIfAbsent(levels.level(trial, trigger), column.at()[trial]);
        if (before != null && before != column.at()[trial]) {
          return Optional.empty();
        }
      }
    }
    int rest = column.usual();
    boolean silent =
        Arrays.stream(present)
            .filter(trial -> closed.contains(levels.level(trial, gate)))
            .allMatch(trial -> column.at()[trial] == rest);
    boolean telling = told.values().stream().distinct().count() > 1;
    if (closed.isEmpty() || !silent || !telling) {
      return Optional.empty();
    }
    int[] open =
        Arrays.stream(present)
            .filter(trial -> !closed.contains(levels.level(trial, gate)))
            .toArray();
    return Optional.of(new Gating(trigger, gate, closed, open));
  }

  /** The level that most trials have. */
  private static String usual(String factor, int[] trials, LevelTable levels) {
    Map<String, Integer> counts = new HashMap<>();
    String usual = "";
    for (int trial : trials) {
      String level = levels.level(trial, factor);
      if (counts.merge(level, 1, Integer::sum) > counts.getOrDefault(usual, 0)) {
        usual = level;
      }
    }
    return usual;
  }
}
