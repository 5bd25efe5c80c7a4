package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a graph that do not fall apart when any one account is taken away (Hopcroft and
 * Tarjan 1973), so that one account or edge that two groups happen to have in common does not make
 * them one. The walk keeps its own stack: a group may be as long as the log has accounts.
 */
final class Blocks {
  private final Graph graph;
  private final int[] depth;
  private final int[] low;
  private final int[] next;
  private final int[] path;
  private final int[] seen;
  private int seenCount;
  private final List<int[]> found = new ArrayList<>();

  private Blocks(Graph graph) {
    this.graph = graph;
    depth = new int[graph.size()];
    low = new int[graph.size()];
    next = graph.offsets().clone();
    path = new int[graph.size()];
    seen = new int[graph.size()];
  }

  /** The parts of at least three accounts, each ascending; an account may be in several. */
  static List<int[]> of(Graph graph) {
    Blocks blocks = new Blocks(graph);
    for (int a = 0; a < graph.size(); a++) {
      if (blocks.depth[a] == 0 && graph.degree(a) > 0) {
        blocks.walk(a);
      }
    }
    return blocks.found;
  }

  private void walk(int root) {
    int length = 0;
    path[length++] = root;
    seen[seenCount++] = root;
    depth[root] = length;
    low[root] = length;
    while (length > 0) {
      int at = path[length - 1];
      if (next[at] < graph.offsets()[at + 1]) {
        int neighbour = graph.neighbours()[next[at]++];
        if (depth[neighbour] == 0) {
          path[length++] = neighbour;
          seen[seenCount++] = neighbour;
          depth[neighbour] = length;
          low[neighbour] = length;
        } else {
          low[at] = Math.min(low[at], depth[neighbour]);
        }
      } else {
        length--;
        if (length > 0) {
          int before = path[length - 1];
          low[before] = Math.min(low[before], low[at]);
          if (low[at] >= depth[before]) {
            close(before, at);
          }
        }
      }
    }
    seenCount = 0;
  }

  /** Whatever was seen since the one beyond the cut is a block, together with the cut. */
  private void close(int cut, int beyond) {
    int from = seenCount;
    do {
      from--;
    } while (seen[from] != beyond);
    int[] block = Arrays.copyOf(Arrays.copyOfRange(seen, from, seenCount), seenCount - from + 1);
    block[block.length - 1] = cut;
    seenCount = from;
    if (block.length > 2) {
      Arrays.sort(block);
      found.add(block);
    }
  }
}
