package dev.candor.lab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of trials: drawn, so that what changes while the experiment runs is no factor's doing,
 * with the replicates of the base spread evenly. Under a budget of time, what matters most comes
 * first in blocks, each in drawn order and with replicates of its own.
 */
record Arrangement(Design.Wish wish, Random random) {
  private static final int BLOCK = 21;

  /** Of so many trials, one is a replicate. */
  private static final int SHARE = 8;

  private static final int FEWEST = 4;

  /** How many replicates of the base so many trials have among them. */
  static int replicates(int trials) {
    return Math.max(Math.min(FEWEST, Math.max(1, trials / 2)), Math.ceilDiv(trials, SHARE));
  }

  List<Planned> of(List<Wanted> wanted) {
    int most = wish.budget().designed();
    int block = wish.budget().time().isPresent() ? BLOCK : Math.max(1, wanted.size());
    List<Wanted> order = new ArrayList<>();
    for (int from = 0; from == 0 || from < wanted.size(); from += block) {
      List<Wanted> part = wanted.subList(from, Math.min(wanted.size(), from + block));
      int bases =
          Math.min(
              replicates(most),
              Math.max(from == 0 ? FEWEST : 1, Math.ceilDiv(part.size(), SHARE - 1)));
      order.addAll(block(part, bases));
    }
    List<Planned> trials = new ArrayList<>();
    for (Wanted one : order.subList(0, Math.min(most, order.size()))) {
      trials.add(new Planned(trials.size() + 1, one.environment(), one.purpose()));
    }
    return trials;
  }

  /** As many equal parts as there are replicates, with one in each; the first begins. */
  private List<Wanted> block(List<Wanted> part, int bases) {
    List<Wanted> drawn = new ArrayList<>(part);
    Collections.shuffle(drawn, random);
    int size = part.size() + bases;
    Wanted[] order = new Wanted[size];
    Wanted base = new Wanted(wish.base(), new Purpose.Replicate());
    Arrays.fill(order, base);
    boolean[] replicate = new boolean[size];
    for (int i = 0; i < bases; i++) {
      int from = i * size / bases;
      int to = (i + 1) * size / bases;
      replicate[i == 0 ? 0 : from + random.nextInt(to - from)] = true;
    }
    int next = 0;
    for (int i = 0; i < size; i++) {
      if (!replicate[i]) {
        order[i] = drawn.get(next++);
      }
    }
    return List.of(order);
  }
}
