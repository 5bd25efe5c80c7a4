package dev.candor.campaign.detect;

/** How surprising it is that two accounts act so much alike in one way. */
interface Conduct {
  Family family();

  /**
   * The binary logarithm of one in how many pairs of strangers agree as well.
   *
   * @return from 0, which is also what nothing known gives, to a bound of its own
   */
  double bits(int one, int other);

  /** What {@link #bits} of an account and any other come to at most. */
  double most(int account);

  /**
   * The same where accounts act like others.
   *
   * @param others like which one each account acts
   */
  Conduct like(int[] others);
}
