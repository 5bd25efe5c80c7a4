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

  private final List<Conduct> quick;
  private final List<Conduct> slow;

  /**
   * @param quick kinds of conduct that are weighed first; where they are silent they count as
   *     chance
   * @param slow those that are weighed where they can still decide; where they are silent, nothing
   *     was to be expected
   */
  Binding(List<Conduct> quick, List<Conduct> slow) {
    this.quick = quick;
    this.slow = slow;
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
    for (Conduct each : quick) {
      double bits = each.bits(one, other);
      sum += bits;
      agreeing += bits >= AGREES ? 1 : 0;
    }
    double left = 0;
    for (Conduct each : slow) {
      left += most(each, one, other);
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
