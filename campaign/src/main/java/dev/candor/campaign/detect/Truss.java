package dev.candor.campaign.detect;

import java.util.BitSet;

/**
 * What holds together: edges that lie in enough triangles, and accounts on them (the k-truss of
 * Cohen 2008, with k two more than the triangles). An account that hangs by one edge goes, and so
 * does a chance edge between two groups.
 */
final class Truss {
  private Truss() {}

  /** The largest part of a graph in which each edge lies in so many triangles at least. */
  static Graph of(Graph graph, int triangles) {
    Graph left = graph;
    while (true) {
      BitSet weak = weak(left, triangles);
      if (weak.isEmpty()) {
        return left;
      }
      left = without(left, weak);
    }
  }

  private static BitSet weak(Graph graph, int triangles) {
    BitSet weak = new BitSet();
    for (int a = 0; a < graph.size(); a++) {
      for (int at = graph.offsets()[a]; at < graph.offsets()[a + 1]; at++) {
        if (common(graph, a, graph.neighbours()[at], triangles) < triangles) {
          weak.set(at);
        }
      }
    }
    return weak;
  }

  /** How many neighbours two have in common, as far as that matters. */
  private static int common(Graph graph, int one, int other, int enough) {
    int i = graph.offsets()[one];
    int j = graph.offsets()[other];
    int endI = graph.offsets()[one + 1];
    int endJ = graph.offsets()[other + 1];
    int common = 0;
    while (i < endI && j < endJ && common < enough) {
      int a = graph.neighbours()[i];
      int b = graph.neighbours()[j];
      common += a == b ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }

  private static Graph without(Graph graph, BitSet weak) {
    Edges kept = new Edges();
    for (int a = 0; a < graph.size(); a++) {
      for (int at = graph.offsets()[a]; at < graph.offsets()[a + 1]; at++) {
        if (graph.neighbours()[at] > a && !weak.get(at)) {
          kept.add(a, graph.neighbours()[at]);
        }
      }
    }
    return Graph.of(graph.size(), kept);
  }
}
