package dev.candor.lab.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a carrier can tell about its factors.
 *
 * @param bits the capacity of the channel from classes of levels to symbols
 * @param low of the interval in which it lies with 95 %
 * @param high of that interval
 */
public record Capacity(double bits, double low, double high) {
  private static final int RESAMPLES = 200;
  private static final int ROUNDS = 200;

  /**
   * Where levels determine symbols, log2 of their number, and less by what one wrong symbol in as
   * many trials as 95 % would have shown takes away (a symmetric channel). Else by the algorithm of
   * S. Arimoto and R. Blahut (1972), with the bootstrap's percentiles.
   *
   * @param classes by trial, from 0 without gaps
   * @param symbols by trial, from 0
   */
  static Capacity of(int[] classes, int[] symbols, long seed) {
    int k = Arrays.stream(symbols).max().orElse(0) + 1;
    if (Permutation.isFunction(classes, symbols)) {
      double bits = log2(k);
      double wrong = 1 - Math.pow(0.05, 1.0 / symbols.length);
      double lost = entropy(wrong) + wrong * log2(Math.max(1, k - 1));
      return new Capacity(bits, Math.max(0, bits - lost), bits);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[][] counts = counts(classes, symbols, k);
    double[] drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      drawn[i] = arimoto(redrawn(counts, random));
    }
    Arrays.sort(drawn);
    return new Capacity(
        arimoto(counts), drawn[RESAMPLES * 25 / 1000], drawn[RESAMPLES * 975 / 1000]);
  }

  private static int[][] counts(int[] classes, int[] symbols, int k) {
    int[][] counts = new int[Arrays.stream(classes).max().orElse(0) + 1][k];
    for (int i = 0; i < classes.length; i++) {
      counts[classes[i]][symbols[i]]++;
    }
    return counts;
  }

  private static int[][] redrawn(int[][] counts, SplittableRandom random) {
    int[][] drawn = new int[counts.length][counts[0].length];
    for (int c = 0; c < counts.length; c++) {
      int n = Arrays.stream(counts[c]).sum();
      for (int i = 0; i < n; i++) {
        int at = random.nextInt(n);
        int symbol = 0;
        while (at >= counts[c][symbol]) {
          at -= counts[c][symbol++];
        }
        drawn[c][symbol]++;
      }
    }
    return drawn;
  }

  private static double arimoto(int[][] counts) {
    int classes = counts.length;
    double[][] channel = new double[classes][];
    for (int c = 0; c < classes; c++) {
      double n = Math.max(1, Arrays.stream(counts[c]).sum());
      channel[c] = Arrays.stream(counts[c]).mapToDouble(count -> count / n).toArray();
    }
    double[] input = new double[classes];
    Arrays.fill(input, 1.0 / classes);
    double bits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] weight = new double[classes];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        weight[c] = input[c] * Math.pow(2, divergence(channel, input, c));
        sum += weight[c];
      }
      bits = log2(sum);
      for (int c = 0; c < classes; c++) {
        input[c] = weight[c] / sum;
      }
    }
    return Math.max(0, bits);
  }

  private static double divergence(double[][] channel, double[] input, int c) {
    double sum = 0;
    for (int s = 0; s < channel[c].length; s++) {
      if (channel[c][s] > 0) {
        double all = 0;
        for (int other = 0; other < input.length; other++) {
          all += input[other] * channel[other][s];
        }
        sum += channel[c][s] * log2(channel[c][s] / all);
      }
    }
    return sum;
  }

  private static double entropy(double p) {
    return p <= 0 || p >= 1 ? 0 : -p * log2(p) - (1 - p) * log2(1 - p);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
