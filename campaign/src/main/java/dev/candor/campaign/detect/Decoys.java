package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What chance gives: the same log, but each account has the conduct of another one of the same
 * country and volume, so that whatever means and conduct still agree do so by accident. All that is
 * found there is false (the idea of a target and decoy search, Elias and Gygi 2007). Accounts of
 * the campaigns that were found take no part: they are no chance.
 */
final class Decoys {
  private static final long SEED = 0x6361_6e64_6f72L;

  private final double[] scores;
  private final int runs;

  private Decoys(double[] scores, int runs) {
    this.scores = scores;
    this.runs = runs;
  }

  static Decoys of(Evidence evidence, BitSet out, List<Group> found, Options options) {
    BitSet left = (BitSet) out.clone();
    found.forEach(group -> Arrays.stream(group.members()).forEach(left::set));
    Pairs pairs = new Pairs(evidence.accounts().size(), evidence.means(), left);
    List<Double> scores = new ArrayList<>();
    for (int run = 0; run < options.decoys(); run++) {
      Evidence decoy = evidence.with(shuffled(evidence, left, SEED + run));
      for (Group group : new GroupSearch(decoy, options.smallest()).campaigns(pairs)) {
        scores.add(group.score());
      }
    }
    return new Decoys(
        scores.stream().mapToDouble(Double::doubleValue).sorted().toArray(), options.decoys());
  }

  /** How many campaigns of at least that score a log like this gives by chance, at most. */
  double expected(double score) {
    int above = 0;
    for (double decoy : scores) {
      above += decoy >= score ? 1 : 0;
    }
    return (above + 1.0) / (runs + 1); // one more, as the log itself is one of the arrangements
  }

  private static int[] shuffled(Evidence evidence, BitSet out, long seed) {
    Map<Long, Ints> strata = new HashMap<>();
    Accounts accounts = evidence.accounts();
    for (int a = out.nextClearBit(0); a < accounts.size(); a = out.nextClearBit(a + 1)) {
      long stratum = 2L * accounts.strata()[a] + (evidence.lockstep().knows(a) ? 1 : 0);
      strata.computeIfAbsent(stratum, key -> new Ints()).add(a);
    }
    int[] shuffled = evidence.conduct().clone();
    Random random = new Random(seed);
    strata.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .forEach(stratum -> {
          int[] order = stratum.array().clone();
          for (int i = stratum.count() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
          }
          for (int i = 0; i < stratum.count(); i++) {
            shuffled[stratum.get(i)] = order[i];
          }
        });
    return shuffled;
  }
}
