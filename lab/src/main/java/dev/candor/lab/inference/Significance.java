package dev.candor.lab.inference;

/**
 * How sure a dependence is.
 *
 * @param test in a few words
 * @param p of this hypothesis alone, in (0, 1]
 * @param q adjusted for all hypotheses of the experiment, in (0, 1]
 * @param trials that had the carrier
 */
public record Significance(String test, double p, double q, int trials) {
  /** Whether it passes the false discovery rate. */
  public boolean isDiscovery() {
    return q <= Discovery.RATE;
  }
}
