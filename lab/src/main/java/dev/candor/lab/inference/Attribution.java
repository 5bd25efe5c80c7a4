package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Which factors a column depends on: one that determines it, else two that do together, else one
 * after the other as long as each adds to what the ones before it tell. One hypothesis a column:
 * that it depends on nothing.
 */
final class Attribution {
  /** A further factor is asked for only where chance is as unlikely as this. */
  private static final double FURTHER = 0.001;

  private static final int MOST_FACTORS = 8;

  /** Of so many factors the chance is asked for; strengths err by less than from one to another. */
  private static final int STRONGEST = 4;

  private final LevelTable levels;
  private final long seed;
  private final Map<List<Integer>, Explanation> known = new HashMap<>();
  private final List<Double> tested = new ArrayList<>();

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
    return Discovery.adjusted(tested);
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

  private Explanation explain(Column column, boolean noisy) {
    int[] chosen = column.trials();
    int[] symbols = column.at(chosen);
    List<String> factors =
        levels.factors().stream()
            .filter(
                factor -> Arrays.stream(levels.of(List.of(factor), chosen)).anyMatch(l -> l > 0))
            .toList();
    if (factors.isEmpty()) {
      return new Explanation(List.of(), 1, false, "", -1);
    }
    Optional<Explanation> determined = determined(factors, chosen, symbols, noisy);
    return determined.orElseGet(() -> favoured(factors, chosen, symbols));
  }

  /**
   * Whether some factor, or two, determine the symbols. That any of them would by chance is at most
   * the sum of what each would; the simplest kind of explanation is asked for first, and a later
   * kind bears the sums of the earlier ones too.
   */
  private Optional<Explanation> determined(
      List<String> factors, int[] chosen, int[] symbols, boolean noisy) {
    Search search = new Search(symbols);
    for (String factor : factors) {
      int[] level = levels.of(List.of(factor), chosen);
      search.tried(
          List.of(factor),
          Permutation.determining(level, symbols),
          Permutation.isFunction(level, symbols));
    }
    if (search.found() || noisy) {
      return search.explanation();
    }
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        int[] one = levels.of(List.of(factors.get(i)), chosen);
        int[] other = levels.of(List.of(factors.get(j)), chosen);
        List<String> pair = List.of(factors.get(i), factors.get(j));
        search.tried(
            pair,
            Math.min(
                Permutation.conjoining(one, other, symbols),
                Permutation.determining(levels.of(pair, chosen), symbols)),
            Permutation.isConjunction(one, other, symbols));
      }
    }
    if (search.found()) {
      return search.explanation();
    }
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        List<String> pair = List.of(factors.get(i), factors.get(j));
        int[] both = levels.of(pair, chosen);
        search.tried(
            pair, Permutation.determining(both, symbols), Permutation.isFunction(both, symbols));
      }
    }
    return search.explanation();
  }

  /** Explanations that were looked at, and the likeliest that holds. */
  private final class Search {
    private final int[] symbols;
    private double sum;
    private double least = 2;
    private List<String> best = List.of();

    Search(int[] symbols) {
      this.symbols = symbols;
    }

    void tried(List<String> factors, double chance, boolean holds) {
      sum += chance;
      if (holds && chance < least) {
        least = chance;
        best = factors;
      }
    }

    boolean found() {
      return !best.isEmpty();
    }

    Optional<Explanation> explanation() {
      if (!found() || symbols.length < 2) {
        return Optional.empty();
      }
      tested.add(Math.min(1, sum));
      return Optional.of(
          new Explanation(
              best, tested.getLast(), true, "permutations of symbols, counted", tested.size() - 1));
    }
  }

  /** The factor that tells most, beyond chance, and those that add to it. */
  private Explanation favoured(List<String> factors, int[] chosen, int[] symbols) {
    Told best =
        likeliest(
            factors,
            (test, factor) -> test.strength(level(factor, chosen), symbols, new int[chosen.length]),
            (test, factor) -> test.p(level(factor, chosen), symbols));
    tested.add(best.value());
    Explanation one =
        new Explanation(
            List.of(best.factor()),
            best.value(),
            false,
            "permutations of symbols, drawn",
            tested.size() - 1);
    return one.p() <= FURTHER ? further(one, factors, chosen, symbols) : one;
  }

  private int[] level(String factor, int[] chosen) {
    return levels.of(List.of(factor), chosen);
  }

  /** What a test says of a factor. */
  private record Told(String factor, double value) {}

  /**
   * Of the strongest the one that chance explains least, with a bound on the chance that any of all
   * factors would tell as much.
   */
  private Told likeliest(
      List<String> factors,
      ToDoubleBiFunction<Permutation, String> strength,
      ToDoubleBiFunction<Permutation, String> p) {
    List<Told> strongest =
        of(factors, strength).stream()
            .sorted(Comparator.comparingDouble(Told::value).reversed())
            .limit(STRONGEST)
            .toList();
    Told best =
        of(strongest.stream().map(Told::factor).toList(), p).stream()
            .min(
                Comparator.comparingDouble(
                    Told::value)) // the strongest, where several are as unlikely
            .orElseThrow();
    return new Told(best.factor(), Math.min(1, best.value() * factors.size()));
  }

  /** What a test says of each factor, side by side: with many trials each takes seconds. */
  private List<Told> of(List<String> factors, ToDoubleBiFunction<Permutation, String> test) {
    long drawn = seed + tested.size();
    return factors.parallelStream()
        .map(factor -> new Told(factor, test.applyAsDouble(new Permutation(drawn), factor)))
        .toList();
  }

  private Explanation further(
      Explanation first, List<String> factors, int[] chosen, int[] symbols) {
    Explanation now = first;
    while (!now.determined() && now.factors().size() < MOST_FACTORS) {
      int[] strata = levels.of(now.factors(), chosen);
      List<String> others = new ArrayList<>(factors);
      others.removeAll(now.factors());
      if (others.isEmpty()) {
        return now;
      }
      Told next =
          likeliest(
              others,
              (test, factor) -> test.strength(level(factor, chosen), symbols, strata),
              (test, factor) -> test.p(level(factor, chosen), symbols, strata));
      if (next.value() > FURTHER) {
        return now;
      }
      List<String> with = new ArrayList<>(now.factors());
      with.add(next.factor());
      // That anything is told at all is what was tested first, and stays so.
      now =
          new Explanation(
              with,
              now.p(),
              Permutation.isFunction(levels.of(with, chosen), symbols),
              "permutations of symbols within strata, drawn",
              now.index());
    }
    return now;
  }
}
