package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Deals symbols to trials anew, each stratum's among its own. Only what can change the score is
 * dealt: the trials of each stratum's most frequent level have what the others leave, and a level
 * of one trial scores the same whatever it has. Most factors are as the base has them in most
 * trials, so that a deal takes as long as the few others are many.
 */
final class Deals {
  private static final int ENOUGH = 10;

  /** Scores are whole numbers, so that they are the same in whatever order they are summed. */
  private static final double SCALE = 0x1p40;

  private static final int UNSCORED = -1;

  /** Mean and variance of so many deals are within some four hundredths. */
  private static final int DRAWS_FOR_STRENGTH = 1_000;

  private final int width;
  private final int[] dealt;
  private final int[] counts;

  /** By how much one more raises the score of so many. */
  private final long[] gain;

  /**
   * Of each trial that is dealt to: its place, its stratum's end, and where its level is counted.
   */
  private final int[] place;

  private final int[] end;
  private final int[] row;

  /** Where that is counted which its stratum's most frequent level has. */
  private final int[] rest;

  /** What is added to a score makes it the mutual information, times the number of trials. */
  private final double unscored;

  /**
   * @param levels by trial, from 0
   * @param symbols by trial, from 0
   * @param strata by trial, from 0
   */
  Deals(int[] levels, int[] symbols, int[] strata) {
    width = Arrays.stream(symbols).max().orElse(0) + 1;
    dealt = new int[levels.length];
    gain = new long[levels.length + 1];
    for (int i = 1; i < gain.length; i++) {
      gain[i] = Math.round(SCALE * xlogx(i + 1)) - Math.round(SCALE * xlogx(i));
    }
    Layout layout = new Layout();
    for (Map<Integer, List<Integer>> stratum : byLevel(levels, strata)) {
      layout.add(stratum, symbols);
    }
    counts = Arrays.copyOf(layout.counts, layout.rows * width);
    place = layout.of(0);
    end = layout.of(1);
    row = layout.of(2);
    rest = layout.of(3);
    unscored = layout.unscored;
  }

  private static double xlogx(int x) {
    return x * Math.log(x);
  }

  /** Of each stratum its trials by level. */
  private static Iterable<Map<Integer, List<Integer>>> byLevel(int[] levels, int[] strata) {
    Map<Integer, Map<Integer, List<Integer>>> all = new TreeMap<>();
    for (int i = 0; i < levels.length; i++) {
      all.computeIfAbsent(strata[i], _ -> new LinkedHashMap<>())
          .computeIfAbsent(levels[i], _ -> new ArrayList<>())
          .add(i);
    }
    return all.values();
  }

  /** Puts strata behind one another, in each the most frequent level last. */
  private final class Layout {
    private final List<int[]> places = new ArrayList<>();
    private int[] counts = new int[0];
    private int rows;
    private int next;
    private double unscored;

    void add(Map<Integer, List<Integer>> stratum, int[] symbols) {
      List<List<Integer>> levels = new ArrayList<>(stratum.values());
      levels.sort(Comparator.comparingInt(List::size));
      if (levels.size() < 2 || levels.getLast().size() < 2) {
        return;
      }
      int all = levels.stream().mapToInt(List::size).sum();
      unscored += xlogx(all) - levels.stream().mapToDouble(level -> xlogx(level.size())).sum();
      int last = row();
      int until = next + all;
      for (List<Integer> level : levels.subList(0, levels.size() - 1)) {
        int mine = level.size() == 1 ? UNSCORED : row();
        for (int trial : level) {
          places.add(new int[] {next, until, mine, last});
          put(symbols[trial], last);
        }
      }
      levels.getLast().forEach(trial -> put(symbols[trial], last));
    }

    private void put(int symbol, int last) {
      counts[last + symbol]++;
      dealt[next++] = symbol;
    }

    private int row() {
      int row = rows++ * width;
      if (row + width > counts.length) {
        counts = Arrays.copyOf(counts, 2 * (row + width));
      }
      return row;
    }

    int[] of(int member) {
      return places.stream().mapToInt(one -> one[member]).toArray();
    }
  }

  /**
   * How often a deal scores at least as high as what is there, in (0, 1]; of deals that are drawn
   * until ten do.
   */
  double p(SplittableRandom random, int mostDraws) {
    long observed = score() - dealt.length; // as many roundings, where equal sums differ
    int asHigh = 0;
    for (int draw = 1; draw <= mostDraws; draw++) {
      deal(random);
      if (score() >= observed) {
        asHigh++;
        if (asHigh == ENOUGH) {
          return (double) ENOUGH / draw;
        }
      }
    }
    return (asHigh + 1.0) / (mostDraws + 1.0);
  }

  /**
   * How far what is there lies beyond what deals score, as a standard normal deviate; to compare
   * factors by, where drawing until it is sure takes too long for each. Scores of deals are taken
   * for a gamma distribution of their mean and variance, and its cube root for a normal one (E. B.
   * Wilson, M. M. Hilferty, PNAS 17, 1931).
   */
  double strength(SplittableRandom random) {
    double observed = score() / SCALE + unscored;
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < DRAWS_FOR_STRENGTH; draw++) {
      deal(random);
      double dealt = score() / SCALE + unscored;
      sum += dealt;
      squares += dealt * dealt;
    }
    double mean = sum / DRAWS_FOR_STRENGTH;
    double variance = squares / DRAWS_FOR_STRENGTH - mean * mean;
    if (mean <= 0 || variance <= 1e-9 * mean * mean) {
      return 0; // whatever is dealt tells the same
    }
    double ninth = variance / (9 * mean * mean);
    return (Math.cbrt(observed / mean) - 1 + ninth) / Math.sqrt(ninth);
  }

  private void deal(SplittableRandom random) {
    for (int i = 0; i < place.length; i++) {
      int here = place[i];
      int there = here + random.nextInt(end[i] - here);
      int symbol = dealt[here];
      dealt[here] = dealt[there];
      dealt[there] = symbol;
    }
  }

  /** Mutual information but for a factor and what is the same in all deals. */
  private long score() {
    long score = 0;
    for (int i = 0; i < place.length; i++) {
      int symbol = dealt[place[i]];
      score -= gain[--counts[rest[i] + symbol]];
      if (row[i] != UNSCORED) {
        score += gain[counts[row[i] + symbol]++];
      }
    }
    for (int i = 0; i < place.length; i++) {
      int symbol = dealt[place[i]];
      counts[rest[i] + symbol]++;
      if (row[i] != UNSCORED) {
        counts[row[i] + symbol]--;
      }
    }
    return score;
  }
}
