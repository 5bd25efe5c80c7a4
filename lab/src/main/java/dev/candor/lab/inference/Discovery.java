package dev.candor.lab.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Holds the false discovery rate whatever depends on what: Y. Benjamini, D. Yekutieli, The control
 * of the false discovery rate in multiple testing under dependency, Annals of Statistics 29 (2001).
 */
final class Discovery {
  /** Of what is reported, at most this part is expected to be chance. */
  static final double RATE = 0.01;

  private Discovery() {}

  /**
   * Adjusted values, in the order of what was given, one for each hypothesis; at most {@link #RATE}
   * is a discovery.
   */
  static double[] adjusted(List<Double> p) {
    int all = p.size();
    double harmonic = 0;
    for (int i = 1; i <= all; i++) {
      harmonic += 1.0 / i;
    }
    Integer[] order = new Integer[p.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(p::get));
    double[] adjusted = new double[order.length];
    double least = 1;
    for (int rank = order.length; rank > 0; rank--) {
      int i = order[rank - 1];
      least = Math.min(least, p.get(i) * all * harmonic / rank);
      adjusted[i] = least;
    }
    return adjusted;
  }
}
