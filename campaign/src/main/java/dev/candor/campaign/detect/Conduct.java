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

  /** The bound of {@link #bits}. */
  double most();
}
