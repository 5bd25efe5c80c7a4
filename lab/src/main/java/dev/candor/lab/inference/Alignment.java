package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which element of one trial's sequence is which of another's: each sequence is put beside the
 * columns found so far, the most frequent sequence first, so that the sum of likenesses is largest
 * (S. B. Needleman, C. D. Wunsch 1970, with free gaps).
 */
final class Alignment {
  /** What has less in common is something else. */
  private static final double LIKE = 0.3;

  private Alignment() {}

  /**
   * @param rows by trial, the features of each element in order
   * @return by column, in order, the index of the element in each trial that has one
   */
  static List<Map<Integer, Integer>> of(Map<Integer, List<Set<String>>> rows) {
    Map<List<Set<String>>, List<Integer>> same = new LinkedHashMap<>();
    rows.forEach((trial, row) -> same.computeIfAbsent(row, _ -> new ArrayList<>()).add(trial));
    List<Map.Entry<List<Set<String>>, List<Integer>>> order = new ArrayList<>(same.entrySet());
    order.sort((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()));
    List<Set<String>> profile = new ArrayList<>();
    List<Map<Integer, Integer>> columns = new ArrayList<>();
    for (Map.Entry<List<Set<String>>, List<Integer>> entry : order) {
      int[] into = places(profile, entry.getKey());
      int added = 0;
      for (int i = 0; i < into.length; i++) {
        boolean isNew = into[i] < 0;
        int column = isNew ? ~into[i] + added : into[i] + added;
        if (isNew) {
          profile.add(column, entry.getKey().get(i));
          columns.add(column, new TreeMap<>());
          added++;
        }
        for (int trial : entry.getValue()) {
          columns.get(column).put(trial, i);
        }
      }
    }
    return columns;
  }

  /** The column of each element, or, negated, the place where a new one is to be. */
  private static int[] places(List<Set<String>> profile, List<Set<String>> row) {
    int n = profile.size();
    int m = row.size();
    double[][] like = new double[n][m];
    double[][] best = new double[n + 1][m + 1];
    Map<Set<String>, Map<Set<String>, Double>> known = new HashMap<>();
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        Set<String> mine = profile.get(i);
        Set<String> other = row.get(j);
        like[i][j] =
            known
                .computeIfAbsent(mine, _ -> new HashMap<>())
                .computeIfAbsent(other, o -> likeness(mine, o));
        double matched = like[i][j] < LIKE ? -1 : like[i][j] + best[i + 1][j + 1];
        best[i][j] = Math.max(matched, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int[] places = new int[m];
    int i = 0;
    for (int j = 0; j < m; ) {
      if (i < n && like[i][j] >= LIKE && best[i][j] <= like[i][j] + best[i + 1][j + 1] + 1e-12) {
        places[j++] = i++;
      } else if (i < n && best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        places[j++] = ~i;
      }
    }
    return places;
  }

  /** What both have, of what either has (P. Jaccard). */
  static double likeness(Set<String> one, Set<String> other) {
    if (one.equals(other)) {
      return 1;
    }
    long both = one.stream().filter(other::contains).count();
    return (double) both / (one.size() + other.size() - both);
  }
}
