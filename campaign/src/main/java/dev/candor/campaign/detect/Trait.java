package dev.candor.campaign.detect;

import java.util.function.IntPredicate;

/**
 * Something that many members of a group have in common and few others.
 *
 * @param share of the members of which it is known that show it, 0 to 1
 * @param base share of all accounts that do
 * @param bits how surprising it is for the whole group
 * @param words what it is, as in "opened between ... and ..."
 * @param known whether the log tells it of an account
 * @param shows whether an account shows it
 */
record Trait(
    Family family,
    double share,
    double base,
    double bits,
    String words,
    IntPredicate known,
    IntPredicate shows) {
  /** Neither certainty: what nobody else shows may yet be shown, and what all show may yet fail. */
  private static final double LEAST = 0.0005;

  private static final double MOST_SHARE = 0.98;

  /** For and against: the binary logarithm of how much likelier a member shows it than others. */
  double weight(int account) {
    if (!known.test(account)) {
      return 0;
    }
    double members = Math.clamp(share, LEAST, MOST_SHARE);
    double others = Math.clamp(base, LEAST, MOST_SHARE);
    return shows.test(account) ? Bits.of(members / others) : Bits.of((1 - members) / (1 - others));
  }

  /**
   * The bits of finding a share where the base is expected (Sanov; the exponent of the binomial
   * tail).
   *
   * @param count how many were looked at
   */
  static double surprise(double share, double base, int count) {
    if (share <= base) {
      return 0;
    }
    double bits = share * Math.log(share / base);
    if (share < 1) {
      bits += (1 - share) * Math.log((1 - share) / (1 - base));
    }
    return Bits.ofNats(count * bits);
  }
}
