package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DealsTest {
  private static final int SEEDS = 400;

  @Test
  void drawsAsOftenAsAllDealsSay() {
    // Two levels of two trials and two of one, half of the trials have the symbol.
    same(new int[] {0, 0, 1, 1, 2, 3}, new int[] {1, 1, 0, 0, 1, 0}, new int[6]);
    // Mostly one level, and three symbols.
    same(new int[] {0, 0, 0, 0, 1, 1, 2}, new int[] {0, 0, 0, 1, 1, 2, 2}, new int[7]);
    // Strata: one of two levels, one of one level, one of trials that are alone with theirs.
    same(
        new int[] {0, 0, 1, 1, 2, 2, 2, 3, 4},
        new int[] {0, 0, 1, 1, 0, 1, 1, 1, 0},
        new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2});
    same(
        new int[] {0, 1, 1, 0, 0, 1, 0, 1},
        new int[] {0, 1, 1, 0, 1, 0, 0, 1},
        new int[] {0, 1, 0, 1, 0, 1, 0, 1});
  }

  @Test
  void whateverTheTrialsAre() {
    Random random = new Random(5);
    for (int times = 0; times < 20; times++) {
      int n = 4 + random.nextInt(4);
      same(
          random.ints(n, 0, 3).toArray(),
          random.ints(n, 0, 2).toArray(),
          random.ints(n, 0, 2).toArray());
    }
  }

  /** Of 40 and 40 trials, 30 and 10 with the symbol: a normal deviate of 10 / sqrt(5.06) = 4.4. */
  @Test
  void strengthIsANormalDeviate() {
    int[] levels = IntStream.range(0, 80).map(i -> i / 40).toArray();
    int[] symbols = IntStream.range(0, 80).map(i -> i < 30 || i >= 70 ? 1 : 0).toArray();

    assertThat(new Deals(levels, symbols, new int[80]).strength(new SplittableRandom(1)))
        .isCloseTo(4.4, within(0.4));
    assertThat(new Deals(levels, symbols, levels).strength(new SplittableRandom(1))).isZero();
  }

  private static void same(int[] levels, int[] symbols, int[] strata) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      sum += 1 / new Deals(levels, symbols, strata).p(new SplittableRandom(seed), 200_000);
    }
    // Until ten are found, their number over ten is 1 / p on average, within 1 / (p sqrt(10)).
    double of = 1 / among(levels, symbols, strata);
    assertThat(sum / SEEDS)
        .as("%s %s %s", levels, symbols, strata)
        .isCloseTo(of, within(5 * of / Math.sqrt(10 * SEEDS)));
  }

  /** Of all orders of the symbols that leave each in its stratum, how many inform as much. */
  private static double among(int[] levels, int[] symbols, int[] strata) {
    int[] found = new int[2];
    double observed = information(levels, symbols, strata);
    orders(0, levels, symbols.clone(), strata, observed, found);
    return (double) found[0] / found[1];
  }

  private static void orders(
      int from, int[] levels, int[] symbols, int[] strata, double observed, int[] found) {
    if (from == symbols.length) {
      found[0] += information(levels, symbols, strata) >= observed - 1e-9 ? 1 : 0;
      found[1]++;
      return;
    }
    for (int i = from; i < symbols.length; i++) {
      if (strata[i] == strata[from]) {
        swap(symbols, from, i);
        orders(from + 1, levels, symbols, strata, observed, found);
        swap(symbols, from, i);
      }
    }
  }

  private static void swap(int[] values, int one, int other) {
    int value = values[one];
    values[one] = values[other];
    values[other] = value;
  }

  /** Of levels and symbols, given the stratum: n I = sum n(l, s, t) ln n(l, s, t) n(t) / ... */
  private static double information(int[] levels, int[] symbols, int[] strata) {
    return ordered(strata, levels, symbols)
        + ordered(strata)
        - ordered(strata, levels)
        - ordered(strata, symbols);
  }

  private static double ordered(int[]... of) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < of[0].length; i++) {
      int trial = i;
      counts.merge(
          Arrays.toString(Arrays.stream(of).mapToInt(one -> one[trial]).toArray()),
          1,
          Integer::sum);
    }
    return counts.values().stream().mapToDouble(n -> n * Math.log(n)).sum();
  }
}
