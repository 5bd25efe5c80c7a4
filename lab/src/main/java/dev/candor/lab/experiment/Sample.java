package dev.candor.lab.experiment;

/**
 * What trials of some members of a class say of all. A trial has one level of a factor, so members
 * are drawn, not mixed.
 */
public final class Sample {
  private Sample() {}

  /**
   * How many members of a class may differ from those drawn, all of which behaved alike: the most
   * that drawing would have missed with a probability above {@code risk} (the hypergeometric
   * distribution at zero).
   *
   * @param members of the class
   * @param drawn without return, 0 to {@code members}
   * @param risk above 0, below 1
   */
  public static int mostUnseen(int members, int drawn, double risk) {
    if (drawn < 0 || drawn > members || risk <= 0 || risk >= 1) {
      throw new IllegalArgumentException("no sample: " + drawn + " of " + members);
    }
    int differing = 0;
    while (differing < members - drawn && missed(members, drawn, differing + 1) > risk) {
      differing++;
    }
    return differing;
  }

  /** The probability that none of so many differing members is drawn. */
  private static double missed(int members, int drawn, int differing) {
    double probability = 1;
    for (int i = 0; i < drawn; i++) {
      probability *= (double) (members - differing - i) / (members - i);
    }
    return probability;
  }
}
