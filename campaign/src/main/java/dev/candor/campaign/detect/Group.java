package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.List;

/**
 * Accounts that may belong together.
 *
 * @param members ascending
 * @param traits of their conduct
 * @param circle what they share of means
 */
record Group(int[] members, List<Trait> traits, Circle circle) {
  static Group of(int[] members, Evidence evidence, Profiling profiling) {
    return new Group(members, profiling.of(members), Circle.of(members, evidence.means()));
  }

  int size() {
    return members.length;
  }

  boolean has(int account) {
    return Arrays.binarySearch(members, account) >= 0;
  }

  /** Bits of conduct that speak for an account, less those that speak against it. */
  double conduct(int account) {
    double sum = 0;
    for (Trait trait : traits) {
      sum += trait.weight(account);
    }
    return sum;
  }

  /**
   * The bits by which an account's conduct exceeds what it needs, given how many strangers hold
   * what it shares with members; minus infinity when it shares nothing.
   */
  double score(int account) {
    return conduct(account) - circle.needed(account);
  }

  /** What a member has beyond need, on average. */
  double score() {
    return Arrays.stream(members).mapToDouble(this::score).average().orElse(0);
  }
}
