package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says which levels have which symbol; levels that have the same one are a class. */
final class Codebook {
  /** Where symbols vary by themselves, levels that have one nearly always. */
  private static final double NEARLY = 0.95;

  private static final int OFTEN = 5;

  private Codebook() {}

  /**
   * @param chosen the trials that count
   */
  static List<CodebookEntry> of(
      Column column, List<String> factors, LevelTable levels, int[] chosen) {
    Map<List<String>, int[]> counts = new LinkedHashMap<>();
    for (int trial : chosen) {
      List<String> key = factors.stream().map(factor -> levels.level(trial, factor)).toList();
      counts.computeIfAbsent(key, _ -> new int[column.symbols().size()])[column.at()[trial]]++;
    }
    boolean determined = Permutation.isFunction(levels.of(factors, chosen), column.at(chosen));
    Map<String, List<List<String>>> bySymbol = new LinkedHashMap<>();
    counts.forEach((key, count) ->
        bySymbol
            .computeIfAbsent(symbol(column, count, determined), _ -> new ArrayList<>())
            .add(key));
    String rest = determined ? column.symbols().get(column.usual()) : Signal.EITHER;
    List<CodebookEntry> entries = new ArrayList<>();
    bySymbol.forEach((symbol, keys) ->
        rectangles(keys, factors)
            .forEach(levelsOf ->
                entries.add(
                    new CodebookEntry(levelsOf, Facts.shown(symbol), symbol.equals(rest)))));
    return entries;
  }

  private static String symbol(Column column, int[] count, boolean determined) {
    int all = 0;
    int most = 0;
    for (int i = 0; i < count.length; i++) {
      all += count[i];
      most = count[i] > count[most] ? i : most;
    }
    return determined || all >= OFTEN && count[most] >= NEARLY * all
        ? column.symbols().get(most)
        : Signal.EITHER;
  }

  /** The combinations as sets for each factor, such that all of their product are among them. */
  private static List<SortedMap<String, SortedSet<String>>> rectangles(
      List<List<String>> keys, List<String> factors) {
    List<SortedMap<String, SortedSet<String>>> found = new ArrayList<>();
    if (factors.size() == 2) {
      Map<String, SortedSet<String>> second = new TreeMap<>();
      keys.forEach(key -> second.computeIfAbsent(key.get(0), _ -> new TreeSet<>()).add(key.get(1)));
      Map<SortedSet<String>, SortedSet<String>> first = new LinkedHashMap<>();
      second.forEach(
          (level, others) -> first.computeIfAbsent(others, _ -> new TreeSet<>()).add(level));
      first.forEach((others, mine) ->
          found.add(new TreeMap<>(Map.of(factors.get(0), mine, factors.get(1), others))));
      return found;
    }
    if (factors.size() == 1) {
      SortedSet<String> all = new TreeSet<>();
      keys.forEach(key -> all.add(key.getFirst()));
      found.add(new TreeMap<>(Map.of(factors.getFirst(), all)));
      return found;
    }
    for (List<String> key : keys) {
      SortedMap<String, SortedSet<String>> one = new TreeMap<>();
      for (int i = 0; i < factors.size(); i++) {
        one.put(factors.get(i), new TreeSet<>(List.of(key.get(i))));
      }
      found.add(one);
    }
    return found;
  }
}
