package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which factors a column depends on: one that determines it, else two that do together, else one
 * after the other as long as each adds to what the ones before it tell.
 */
final class Attribution {
  /** A further factor is asked for only where chance is as unlikely as this. */
  private static final double FURTHER = 0.001;

  private static final int MOST_FACTORS = 8;

  private final LevelTable levels;
  private final long seed;
  private final Map<List<Integer>, Explanation> known = new HashMap<>();
  private final List<Double> tested = new ArrayList<>();
  private int untested;

  /**
   * @param determined whether equal levels had equal symbols always
   * @param index of its p among all that were tested
   */
  record Explanation(List<String> factors, double p, boolean determined, String test, int index) {}

  Attribution(LevelTable levels, long seed) {
    this.levels = levels;
    this.seed = seed;
  }

  /** Adjusted for all that were asked for, in the order of {@link Explanation#index}. */
  double[] adjusted() {
    return Discovery.adjusted(tested, tested.size() + untested);
  }

  /** The likeliest explanation; empty where no factor varies among the trials that have it. */
  Optional<Explanation> of(Column column, boolean noisy) {
    List<Integer> key = Arrays.stream(column.at()).boxed().toList();
    Explanation found = known.get(key);
    if (found == null) {
      found = explain(column, noisy);
      known.put(key, found);
    }
    return Optional.of(found).filter(explanation -> !explanation.factors().isEmpty());
  }

  static int[] present(Column column) {
    return IntStream.range(0, column.at().length)
        .filter(trial -> column.at()[trial] != Column.MISSING)
        .toArray();
  }

  static int[] symbols(Column column, int[] chosen) {
    return Arrays.stream(chosen).map(trial -> column.at()[trial]).toArray();
  }

  private Explanation explain(Column column, boolean noisy) {
    int[] chosen = present(column);
    int[] symbols = symbols(column, chosen);
    List<String> factors =
        levels.factors().stream()
            .filter(
                factor -> Arrays.stream(levels.of(List.of(factor), chosen)).anyMatch(l -> l > 0))
            .toList();
    Explanation best = new Explanation(List.of(), 1, false, "", -1);
    Explanation determining = best;
    for (String factor : factors) {
      Explanation one = tried(List.of(factor), levels.of(List.of(factor), chosen), symbols);
      best = better(best, one);
      determining = one.determined() ? better(determining, one) : determining;
    }
    if (!determining.factors().isEmpty()) {
      return determining;
    }
    if (!noisy) {
      for (int i = 0; i < factors.size(); i++) {
        for (int j = i + 1; j < factors.size(); j++) {
          List<String> pair = List.of(factors.get(i), factors.get(j));
          int[] both = levels.of(pair, chosen);
          if (Permutation.isFunction(both, symbols)) {
            determining = better(determining, tried(pair, both, symbols));
          } else {
            untested++;
          }
        }
      }
      if (!determining.factors().isEmpty()) {
        return determining;
      }
    }
    return best.p() <= FURTHER ? further(best, factors, chosen, symbols) : best;
  }

  private Explanation tried(List<String> factors, int[] level, int[] symbols) {
    double p = new Permutation(seed + tested.size()).p(level, symbols);
    boolean determined = Permutation.isFunction(level, symbols);
    tested.add(p);
    String test =
        determined ? "permutations of symbols, counted" : "permutations of symbols, drawn";
    return new Explanation(factors, p, determined, test, tested.size() - 1);
  }

  private static Explanation better(Explanation one, Explanation other) {
    return one.factors().isEmpty() || other.p() < one.p() ? other : one;
  }

  private Explanation further(
      Explanation first, List<String> factors, int[] chosen, int[] symbols) {
    Explanation now = first;
    while (!now.determined() && now.factors().size() < MOST_FACTORS) {
      int[] strata = levels.of(now.factors(), chosen);
      Explanation next = new Explanation(List.of(), 1, false, "", -1);
      for (String factor : factors) {
        if (!now.factors().contains(factor)) {
          int[] level = levels.of(List.of(factor), chosen);
          double p = new Permutation(seed + tested.size()).p(level, symbols, strata);
          tested.add(p);
          List<String> with = new ArrayList<>(now.factors());
          with.add(factor);
          boolean determined = Permutation.isFunction(levels.of(with, chosen), symbols);
          // The weakest of its factors tells how sure the whole is.
          int index = p > now.p() ? tested.size() - 1 : now.index();
          next =
              next.factors().isEmpty() || p < tested.get(next.index())
                  ? new Explanation(
                      with,
                      Math.max(p, now.p()),
                      determined,
                      "permutations of symbols within strata, drawn",
                      index)
                  : next;
        }
      }
      if (next.factors().isEmpty() || next.p() > FURTHER) {
        return now;
      }
      now = next;
    }
    return now;
  }
}
