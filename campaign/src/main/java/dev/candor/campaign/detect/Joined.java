package dev.candor.campaign.detect;

/** Things that were joined, in sets that do not meet (Tarjan 1975). */
public final class Joined {
  private final int[] parent;

  public Joined(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  /** The lowest number of those that it is joined with, itself included. */
  public int of(int thing) {
    int at = thing;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The lower number stands for both, so that the order of calls leaves no trace. */
  public void join(int one, int other) {
    int a = of(one);
    int b = of(other);
    if (a != b) {
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  /** The set of each thing, numbered from 0 in the order of their first members. */
  int[] numbers() {
    int[] numbers = new int[parent.length];
    int next = 0;
    for (int i = 0; i < numbers.length; i++) {
      int root = of(i);
      numbers[i] = root == i ? next++ : numbers[root];
    }
    return numbers;
  }
}
