package dev.candor.lab.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether symbols depend on levels: how often chance alone, dealing the same symbols to the trials
 * anew, gives at least as much mutual information (J. P. Romano 1989; E. Edgington). Where levels
 * determine symbols nothing can be higher, and the deals are counted; else they are drawn until ten
 * are as high (J. Besag, P. Clifford, Biometrika 78, 1991).
 */
final class Permutation {
  private static final int MOST_DRAWS = 200_000;

  /** Within strata a chance of one in thousands is asked for, and not adjusted any more. */
  private static final int MOST_DRAWS_WITHIN = 50_000;

  /** Beyond, counting takes longer than it is worth, and two classes are counted. */
  private static final int MOST_STATES = 50_000;

  private final SplittableRandom random;

  Permutation(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The probability, in (0, 1].
   *
   * @param levels by trial, from 0
   * @param symbols by trial, from 0
   */
  double p(int[] levels, int[] symbols) {
    Table table = new Table(levels, symbols);
    if (table.levels < 2 || table.symbols < 2) {
      return 1;
    }
    return isFunction(levels, symbols)
        ? counted(table, MOST_STATES)
        : new Deals(levels, symbols, new int[levels.length]).p(random, MOST_DRAWS);
  }

  /** The same among trials of equal stratum only: what levels add to what strata tell. */
  double p(int[] levels, int[] symbols, int[] strata) {
    return new Deals(levels, symbols, strata).p(random, MOST_DRAWS_WITHIN);
  }

  /** To compare factors by: how far beyond chance levels tell more than strata do. */
  double strength(int[] levels, int[] symbols, int[] strata) {
    return new Deals(levels, symbols, strata).strength(random);
  }

  /**
   * How often chance alone deals the symbols so that levels determine them. Of more than two
   * symbols the most frequent one is counted against all others, which can only enlarge it.
   */
  static double determining(int[] levels, int[] symbols) {
    Table table = new Table(levels, symbols);
    return table.levels < 2 || table.symbols < 2 ? 1 : counted(table, 2);
  }

  /**
   * For two symbols a bound on how often chance alone deals one of them to just those trials where
   * one factor's level is in some class and the other factor's in another. There are fewer than
   * 2^(a+b) pairs of classes of a and b levels, either symbol may be the one, and all sets of as
   * many trials are equally likely. For more symbols 0: there is no such thing to be found.
   */
  static double conjoining(int[] one, int[] other, int[] symbols) {
    if (Arrays.stream(symbols).max().orElse(0) != 1) {
      return 0;
    }
    int marked = Arrays.stream(symbols).sum();
    int classes = Arrays.stream(one).max().orElse(0) + Arrays.stream(other).max().orElse(0) + 2;
    double log =
        Math.log(2) * (classes + 1)
            - logMultinomial(symbols.length, new int[] {marked, symbols.length - marked});
    return Math.min(1, Math.exp(log));
  }

  /** Whether one of two symbols stands just where the levels of both are in two classes. */
  static boolean isConjunction(int[] one, int[] other, int[] symbols) {
    return Arrays.stream(symbols).max().orElse(0) == 1
        && (isConjunction(one, other, symbols, 1) || isConjunction(one, other, symbols, 0));
  }

  private static boolean isConjunction(int[] one, int[] other, int[] symbols, int symbol) {
    boolean[] ofOne = classOf(one, symbols, symbol);
    boolean[] ofOther = classOf(other, symbols, symbol);
    for (int i = 0; i < symbols.length; i++) {
      if (ofOne[one[i]] && ofOther[other[i]] && symbols[i] != symbol) {
        return false;
      }
    }
    return true;
  }

  /** The levels with which the symbol stands somewhere. */
  private static boolean[] classOf(int[] levels, int[] symbols, int symbol) {
    boolean[] of = new boolean[Arrays.stream(levels).max().orElse(0) + 1];
    for (int i = 0; i < levels.length; i++) {
      of[levels[i]] |= symbols[i] == symbol;
    }
    return of;
  }

  /** Whether no level has two symbols. */
  static boolean isFunction(int[] levels, int[] symbols) {
    int[] of = new int[Arrays.stream(levels).max().orElse(0) + 1];
    Arrays.fill(of, -1);
    for (int i = 0; i < levels.length; i++) {
      if (of[levels[i]] >= 0 && of[levels[i]] != symbols[i]) {
        return false;
      }
      of[levels[i]] = symbols[i];
    }
    return true;
  }

  private static final class Table {
    final int[] ofLevel;
    final int[] ofSymbol;
    final int levels;
    final int symbols;

    Table(int[] level, int[] symbol) {
      ofLevel = counts(level);
      ofSymbol = counts(symbol);
      levels = ofLevel.length;
      symbols = ofSymbol.length;
    }

    private static int[] counts(int[] values) {
      int[] counts = new int[Arrays.stream(values).max().orElse(-1) + 1];
      Arrays.stream(values).forEach(value -> counts[value]++);
      return Arrays.stream(counts).filter(count -> count > 0).toArray();
    }
  }

  /** Ways to give each level one symbol with the symbols' numbers kept, of all ways. */
  private static double counted(Table table, int mostStates) {
    int[] sizes = table.ofSymbol.clone();
    Arrays.sort(sizes);
    long states = 1;
    for (int i = 0; i < sizes.length - 1; i++) {
      states = Math.min(Integer.MAX_VALUE, states * (sizes[i] + 1L));
    }
    int n = Arrays.stream(sizes).sum();
    if (states > mostStates) {
      // The most frequent symbol against all others depends on the numbers only, not on the deal.
      int most = sizes[sizes.length - 1];
      sizes = new int[] {n - most, most};
      states = n - most + 1L;
    }
    double ways = ways(table.ofLevel, sizes, (int) states);
    double log = Math.log(ways) - logMultinomial(n, sizes);
    return Double.isNaN(log) ? 1 : Math.min(1, Math.exp(log));
  }

  /** States are the numbers given so far of all symbols but the last, in mixed radix. */
  private static double ways(int[] levels, int[] sizes, int states) {
    double[] ways = new double[states];
    ways[0] = 1;
    for (int level : levels) {
      double[] next = ways.clone(); // it gets the last symbol
      int step = 1;
      for (int s = 0; s < sizes.length - 1; s++) {
        int radix = sizes[s] + 1;
        for (int state = 0; state < states; state++) {
          if (ways[state] > 0 && state / step % radix + level <= sizes[s]) {
            next[state + level * step] += ways[state];
          }
        }
        step *= radix;
      }
      ways = next;
    }
    return ways[states - 1];
  }

  private static double logMultinomial(int n, int[] sizes) {
    double log = logFactorial(n);
    for (int size : sizes) {
      log -= logFactorial(size);
    }
    return log;
  }

  static double logFactorial(int n) {
    double log = 0;
    for (int i = 2; i <= n; i++) {
      log += Math.log(i);
    }
    return log;
  }
}
