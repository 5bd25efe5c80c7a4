package dev.candor.campaign.detect;

import java.util.List;

/**
 * When two accounts are bound: among all strangers that it meets by what it holds, chance gives
 * each less than one in eight partners whose conduct agrees so well, and at least two kinds of
 * conduct agree. Kinds are put together as Fisher (1925) puts p-values together.
 */
final class Binding {
  /** Binary logarithm of one in how many chance partners an account may have. */
  static final double MARGIN = 3;

  /** From so many bits on, conduct of one kind agrees. */
  static final double AGREES = 1;

  private static final int STEPS_A_BIT = 8;
  private static final int MOST_NEEDED = 64;
  private static final double ROUNDING = 1e-6;

  private final List<Conduct> quick;
  private final List<Conduct> slow;
  private final double[] leastSums;

  /**
   * @param quick kinds of conduct that are weighed first; where they are silent they count as
   *     chance
   * @param slow those that are weighed where they can still decide; where they are silent, nothing
   *     was to be expected
   */
  Binding(List<Conduct> quick, List<Conduct> slow) {
    this.quick = quick;
    this.slow = slow;
    leastSums = leastSums(quick.size());
  }

  /** The bits of conduct that accounts need who met among so many strangers. */
  static double needed(double chances) {
    return Bits.of(chances) + MARGIN;
  }

  /** Whether conduct agrees well enough, with so many bits of one kind more as a gift. */
  boolean binds(int one, int other, double chances, double gift) {
    double needed = needed(chances);
    double sum = gift;
    int kinds = quick.size() + (gift > 0 ? 1 : 0);
    int agreeing = gift > 0 ? 1 : 0;
    double least = leastSum(needed);
    double left = 0; // what slow kinds that were not looked at may still add
    for (Conduct each : slow) {
      left += most(each, one, other);
    }
    double open = left; // and what all kinds may
    for (Conduct each : quick) {
      open += most(each, one, other);
    }
    for (Conduct each : quick) {
      if (sum + open < least) {
        return false;
      }
      open -= most(each, one, other);
      double bits = each.bits(one, other);
      sum += bits;
      agreeing += bits >= AGREES ? 1 : 0;
    }
    for (Conduct each : slow) {
      if (together(sum + left, kinds) < needed) {
        return false;
      }
      left -= most(each, one, other);
      double bits = each.bits(one, other);
      sum += bits;
      kinds += bits > 0 ? 1 : 0;
      agreeing += bits >= AGREES ? 1 : 0;
    }
    return agreeing >= 2 && together(sum, kinds) >= needed;
  }

  /** Below this, so many kinds or more never come to so many bits together. */
  private double leastSum(double needed) {
    int step = Math.clamp((int) (needed * STEPS_A_BIT), 0, leastSums.length - 1);
    return leastSums[step] - ROUNDING;
  }

  /** For each step of bits that are needed, the sum that so many kinds must come to. */
  private static double[] leastSums(int kinds) {
    double[] sums = new double[MOST_NEEDED * STEPS_A_BIT];
    for (int step = 0; step < sums.length; step++) {
      double needed = (double) step / STEPS_A_BIT;
      double low = needed;
      double high = 8 * needed + 8 * kinds;
      while (high - low > ROUNDING) {
        double middle = (low + high) / 2;
        if (together(middle, kinds) < needed) {
          low = middle;
        } else {
          high = middle;
        }
      }
      sums[step] = low;
    }
    return sums;
  }

  private static double most(Conduct conduct, int one, int other) {
    return Math.min(conduct.most(one), conduct.most(other));
  }

  /**
   * The bits that independent kinds of evidence come to together, which is less than their sum: one
   * in how many times chance alone gives such a sum (the upper tail of an Erlang distribution).
   *
   * @param sum in bits
   */
  static double together(double sum, int kinds) {
    double x = Bits.nats(sum);
    double term = 1;
    double series = 0;
    for (int i = 0; i < kinds; i++) {
      series += term;
      term *= x / (i + 1);
    }
    return sum - Bits.of(series);
  }
}
