package dev.candor.campaign.detect;

import java.util.Arrays;

/**
 * Accounts and the edges between them, in arrays: each edge stands with both its ends.
 *
 * @param offsets of each account's neighbours; one longer than there are accounts
 * @param neighbours of all, ascending within each
 */
record Graph(int[] offsets, int[] neighbours) {
  /** Of edges of which none comes twice. */
  static Graph of(int accounts, Edges edges) {
    int[] offsets = new int[accounts + 1];
    for (int e = 0; e < edges.count(); e++) {
      offsets[edges.from(e) + 1]++;
      offsets[edges.to(e) + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] next = offsets.clone();
    int[] neighbours = new int[2 * edges.count()];
    for (int e = 0; e < edges.count(); e++) {
      neighbours[next[edges.from(e)]++] = edges.to(e);
      neighbours[next[edges.to(e)]++] = edges.from(e);
    }
    for (int a = 0; a < accounts; a++) {
      Arrays.sort(neighbours, offsets[a], offsets[a + 1]);
    }
    return new Graph(offsets, neighbours);
  }

  /**
   * The edges between some of the accounts, which are numbered anew by their places among them.
   *
   * @param accounts ascending
   */
  Graph among(int[] accounts) {
    Edges edges = new Edges();
    for (int place = 0; place < accounts.length; place++) {
      for (int i = offsets[accounts[place]]; i < offsets[accounts[place] + 1]; i++) {
        int other = Arrays.binarySearch(accounts, neighbours[i]);
        if (other > place) {
          edges.add(place, other);
        }
      }
    }
    return of(accounts.length, edges);
  }

  int size() {
    return offsets.length - 1;
  }

  int degree(int account) {
    return offsets[account + 1] - offsets[account];
  }

  boolean has(int one, int other) {
    return Arrays.binarySearch(neighbours, offsets[one], offsets[one + 1], other) >= 0;
  }
}
