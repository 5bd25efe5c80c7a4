package dev.candor.campaign.detect;

import java.util.List;
import java.util.stream.Stream;

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

  private static final int MOST_STEPS = Bounds.MOST_KINDS * 64 * Bounds.STEPS_A_BIT;

  private final Conduct[] kinds;
  private final int quick;
  private final double gift;
  private final int fewestKinds;
  private final Bounds bounds;
  private final double[] leastSums;
  private final float[] mostChances;

  /**
   * @param quick kinds of conduct that are weighed first; where they are silent they count as
   *     chance
   * @param slow those that are weighed where they can still decide; where they are silent, nothing
   *     was to be expected
   * @param gift bits of one kind more that any two accounts are taken to have
   */
  Binding(List<Conduct> quick, List<Conduct> slow, double gift, int accounts) {
    List<Conduct> all = Stream.concat(quick.stream(), slow.stream()).toList();
    kinds = all.toArray(Conduct[]::new);
    this.quick = quick.size();
    this.gift = gift;
    fewestKinds = quick.size() + (gift > 0 ? 1 : 0);
    bounds = new Bounds(all, accounts);
    leastSums = leastSums(fewestKinds);
    mostChances = mostChances(fewestKinds, gift);
  }

  /** The bits of conduct that accounts need who met among so many strangers. */
  static double needed(double chances) {
    return Bits.of(chances) + MARGIN;
  }

  /** Whether their conduct can agree well enough, as far as bounds tell. */
  boolean mayBind(int one, int other, float chances) {
    return chances <= mostChances[Bounds.steps(bounds.both(one, other))];
  }

  /** Whether it does. */
  boolean binds(int one, int other, double chances) {
    double needed = needed(chances);
    double least = leastSum(needed);
    long both = bounds.both(one, other);
    double open = (double) Bounds.steps(both) / Bounds.STEPS_A_BIT; // what may still be added
    double sum = gift;
    int told = fewestKinds;
    int agreeing = gift > 0 ? 1 : 0;
    for (int kind = 0; kind < kinds.length; kind++) {
      boolean late = kind >= quick;
      if (late ? together(sum + open, told) < needed : sum + open < least) {
        return false;
      }
      double bits = kinds[kind].bits(one, other);
      open -= Bounds.bits(both, kind);
      sum += bits;
      told += late && bits > 0 ? 1 : 0;
      agreeing += bits >= AGREES ? 1 : 0;
    }
    return agreeing >= 2 && together(sum, told) >= needed;
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

  /** For each step of a sum, among how many strangers at most so many kinds bind by it. */
  private static float[] mostChances(int kinds, double gift) {
    float[] most = new float[MOST_STEPS];
    for (int step = 0; step < most.length; step++) {
      double sum = gift + (double) step / Bounds.STEPS_A_BIT;
      most[step] = Math.nextUp((float) Math.pow(2, together(sum, kinds) - MARGIN + ROUNDING));
    }
    return most;
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
