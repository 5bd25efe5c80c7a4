package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.BitSet;

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

  /** The edges between those accounts. */
  Graph among(int[] accounts) {
    BitSet kept = new BitSet();
    Arrays.stream(accounts).forEach(kept::set);
    Edges edges = new Edges();
    for (int account : accounts) {
      for (int i = offsets[account]; i < offsets[account + 1]; i++) {
        if (neighbours[i] > account && kept.get(neighbours[i])) {
          edges.add(account, neighbours[i]);
        }
      }
    }
    return of(size(), edges);
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
