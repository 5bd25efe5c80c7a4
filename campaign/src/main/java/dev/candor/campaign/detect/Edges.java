package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.List;

/** Pairs of accounts that are bound to each other, in arrays that grow. */
final class Edges {
  private static final int FIRST_CAPACITY = 1_024;

  private int[] from = new int[FIRST_CAPACITY];
  private int[] to = new int[FIRST_CAPACITY];
  private int count;

  void add(int one, int other) {
    if (count == from.length) {
      int capacity = Math.multiplyExact(count, 2);
      from = Arrays.copyOf(from, capacity);
      to = Arrays.copyOf(to, capacity);
    }
    from[count] = one;
    to[count++] = other;
  }

  static Edges joined(List<Edges> parts) {
    Edges all = new Edges();
    for (Edges part : parts) {
      for (int i = 0; i < part.count; i++) {
        all.add(part.from[i], part.to[i]);
      }
    }
    return all;
  }

  int count() {
    return count;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }
}
