package dev.candor.audit.observed;

/**
 * When fresh trials confirm. What passed the false discovery rate must agree with them beyond a
 * chance of 5 %; what only seemed to depend was picked for it, so that its fresh trials alone must
 * be beyond 1 % for all such picks together (Bonferroni).
 */
final class Assurance {
  /** The chance that is allowed to what passed the rate before. */
  static final double OF_SIGNALS = 0.05;

  private static final double OF_ALL_CANDIDATES = 0.01;

  private Assurance() {}

  /**
   * The chance that is allowed to each of so many candidates.
   *
   * @param candidates that were tried again
   */
  static double ofCandidates(int candidates) {
    return OF_ALL_CANDIDATES / Math.max(1, candidates);
  }

  /**
   * The smallest chance that such fresh trials can show.
   *
   * @param trials all fresh ones
   * @param rounds trials of each symbol but the usual one
   * @param symbols at least 2
   */
  static double least(int trials, int rounds, int symbols) {
    double p = 1;
    int free = trials;
    for (int symbol = 1; symbol < symbols; symbol++) {
      for (int i = 0; i < rounds; i++) {
        p *= (rounds - i) / (double) (free - i);
      }
      free -= rounds;
    }
    return p;
  }

  /**
   * The smallest chance that is to be expected where trials of one level have a symbol always, and
   * half of the others have it too.
   *
   * @param trials all fresh ones
   * @param rounds trials of that level
   */
  static double leastOfNoise(int trials, int rounds) {
    double p = 1;
    double having = rounds + (trials - rounds) / 2.0;
    for (int i = 0; i < rounds; i++) {
      p *= (having - i) / (trials - i);
    }
    return p;
  }
}
