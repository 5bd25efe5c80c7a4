package dev.candor.campaign.detect;

import java.util.List;

/**
 * When two accounts are bound: among all that hold what the two share, chance gives each of them
 * less than one in eight partners whose conduct agrees so well, and at least two kinds of conduct
 * agree.
 */
final class Binding {
  /** Binary logarithm of one in how many chance partners an account may have. */
  static final double MARGIN = 3;

  /** From so many bits on, conduct of one kind agrees. */
  static final double AGREES = 1;

  private static final double LOG_2 = Math.log(2);

  private final List<Conduct> quick;
  private final List<Conduct> slow;
  private final double reach;

  /**
   * @param quick kinds of conduct that are weighed first
   * @param slow those that are weighed where they can still decide
   * @param reach the bits that they can come to
   */
  Binding(List<Conduct> quick, List<Conduct> slow, double reach) {
    this.quick = quick;
    this.slow = slow;
    this.reach = reach;
  }

  /** The bits of conduct that accounts need who share something with so many holders. */
  static double needed(int holders) {
    return Math.log(holders) / LOG_2 + MARGIN;
  }

  /** Whether conduct agrees well enough, with so many bits more than there are as a gift. */
  boolean binds(int one, int other, int holders, double gift) {
    double needed = needed(holders) - gift;
    double sum = 0;
    int kinds = gift > 0 ? 1 : 0;
    for (Conduct each : quick) {
      double bits = each.bits(one, other);
      sum += bits;
      kinds += bits >= AGREES ? 1 : 0;
    }
    if (sum + reach < needed) {
      return false;
    }
    for (Conduct each : slow) {
      double bits = each.bits(one, other);
      sum += bits;
      kinds += bits >= AGREES ? 1 : 0;
    }
    return sum >= needed && kinds >= 2;
  }
}
