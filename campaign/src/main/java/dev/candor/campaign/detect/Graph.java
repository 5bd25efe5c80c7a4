package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /**
   * A part of a graph that no edge joins to another part.
   *
   * @param accounts of the whole graph for which the part's numbers stand, ascending
   */
  record Part(int[] accounts, Graph graph) {}

  /** The parts of so many accounts at least. What belongs together lies close together in them. */
  List<Part> parts(int least) {
    Joined joined = new Joined(size());
    for (int a = 0; a < size(); a++) {
      for (int i = offsets[a]; i < offsets[a + 1]; i++) {
        joined.join(a, neighbours[i]);
      }
    }
    int[] counts = new int[size()];
    int[] places = new int[size()];
    for (int a = 0; a < size(); a++) {
      places[a] = counts[joined.of(a)]++;
    }
    List<Part> parts = new ArrayList<>();
    Map<Integer, int[]> accounts = new TreeMap<>();
    for (int a = 0; a < size(); a++) {
      int root = joined.of(a);
      if (counts[root] >= least) {
        accounts.computeIfAbsent(root, key -> new int[counts[root]])[places[a]] = a;
      }
    }
    accounts.values().forEach(those -> parts.add(new Part(those, only(those, places))));
    return parts;
  }

  /**
   * The graph of some accounts and all of their neighbours.
   *
   * @param places of each account among them
   */
  private Graph only(int[] accounts, int[] places) {
    int[] starts = new int[accounts.length + 1];
    for (int place = 0; place < accounts.length; place++) {
      starts[place + 1] = starts[place] + degree(accounts[place]);
    }
    int[] all = new int[starts[accounts.length]];
    int count = 0;
    for (int account : accounts) {
      for (int i = offsets[account]; i < offsets[account + 1]; i++) {
        all[count++] = places[neighbours[i]];
      }
    }
    return new Graph(starts, all);
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
