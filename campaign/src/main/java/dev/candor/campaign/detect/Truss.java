package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What holds together: edges that lie in enough triangles, and accounts on them (the k-truss of
 * Cohen 2008, with k two more than the triangles). An account that hangs by one edge goes, and so
 * does a chance edge between two groups.
 *
 * <p>Each edge's triangles are counted once; when an edge goes, the others of its triangles have
 * one less (Wang and Cheng, Truss decomposition in massive networks, VLDB 2012).
 */
final class Truss {
  private static final int MOST_PARTS = 8;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int PART_EDGES = 1 << 14;

  private final Graph graph;
  private final int least;
  private final int[] upwards; // of each account, where its neighbours with higher numbers begin
  private final int[] edges; // of each neighbour, the number of the edge to it
  private final int[] from; // of each edge, the lower of its ends
  private final int[] to;
  private final int[] triangles;
  private final boolean[] going;
  private final boolean[] gone;
  private final Ints next = new Ints();

  private Truss(Graph graph, int least) {
    this.graph = graph;
    this.least = least;
    int count = graph.neighbours().length / 2;
    upwards = new int[graph.size()];
    edges = new int[2 * count];
    from = new int[count];
    to = new int[count];
    triangles = new int[count];
    going = new boolean[count];
    gone = new boolean[count];
    number();
  }

  /** The largest part of a graph in which each edge lies in so many triangles at least. */
  static Graph of(Graph graph, int triangles) {
    Truss truss = new Truss(graph, triangles);
    truss.count();
    truss.peel();
    return truss.left();
  }

  /** Neighbours ascend, so the lower ends come to an account in the order of its list. */
  private void number() {
    int[] place = graph.offsets().clone();
    int count = 0;
    for (int a = 0; a < graph.size(); a++) {
      upwards[a] = graph.offsets()[a + 1];
      for (int at = graph.offsets()[a + 1] - 1;
          at >= graph.offsets()[a] && graph.neighbours()[at] > a;
          at--) {
        upwards[a] = at;
      }
      for (int at = upwards[a]; at < graph.offsets()[a + 1]; at++) {
        int b = graph.neighbours()[at];
        from[count] = a;
        to[count] = b;
        edges[at] = count;
        edges[place[b]++] = count++;
      }
    }
  }

  /** Each triangle is met once, from its lowest account; each thread counts for itself. */
  private void count() {
    int parts = from.length < PART_EDGES ? 1 : Math.min(MOST_PARTS, PROCESSORS);
    IntStream.range(0, parts)
        .parallel()
        .mapToObj(part ->
            counted(
                lowest((long) part * from.length / parts),
                lowest((part + 1L) * from.length / parts)))
        .forEachOrdered(counts -> Arrays.setAll(triangles, e -> triangles[e] + counts[e]));
  }

  /** The lower end of an edge; behind the last account, if there are not so many edges. */
  private int lowest(long edge) {
    return edge == from.length ? graph.size() : from[(int) edge];
  }

  private int[] counted(int begin, int end) {
    int[] counts = new int[from.length];
    int[] edgeTo = new int[graph.size()]; // of the account's edges upwards, one more than the place
    int[] met = new int[1];
    for (int a = begin; a < end; a++) {
      int first = upwards[a];
      int last = graph.offsets()[a + 1];
      met = last - first > met.length ? new int[2 * (last - first)] : met;
      for (int at = first; at < last; at++) {
        edgeTo[graph.neighbours()[at]] = at - first + 1;
      }
      for (int at = first; at < last; at++) {
        int b = graph.neighbours()[at];
        for (int i = upwards[b]; i < graph.offsets()[b + 1]; i++) {
          int place = edgeTo[graph.neighbours()[i]];
          if (place > 0) {
            met[at - first]++;
            met[place - 1]++;
            counts[edges[i]]++;
          }
        }
      }
      for (int at = first; at < last; at++) {
        counts[edges[at]] += met[at - first];
        met[at - first] = 0;
        edgeTo[graph.neighbours()[at]] = 0;
      }
    }
    return counts;
  }

  private void peel() {
    for (int edge = 0; edge < from.length; edge++) {
      if (triangles[edge] < least) {
        going[edge] = true;
        next.add(edge);
      }
    }
    for (int i = 0; i < next.count(); i++) {
      int edge = next.get(i);
      around(edge, this::without);
      gone[edge] = true;
    }
  }

  /** A triangle that lost its third edge. */
  private void without(int one, int other) {
    if (!gone[one] && !gone[other]) {
      lose(one);
      lose(other);
    }
  }

  private void lose(int edge) {
    if (--triangles[edge] < least && !going[edge]) {
      going[edge] = true;
      next.add(edge);
    }
  }

  private interface Triangles {
    void with(int one, int other);
  }

  /** The pairs of other edges with which an edge makes a triangle. */
  private void around(int edge, Triangles triangles) {
    int i = graph.offsets()[from[edge]];
    int j = graph.offsets()[to[edge]];
    int endI = graph.offsets()[from[edge] + 1];
    int endJ = graph.offsets()[to[edge] + 1];
    while (i < endI && j < endJ) {
      int a = graph.neighbours()[i];
      int b = graph.neighbours()[j];
      if (a == b) {
        triangles.with(edges[i], edges[j]);
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
  }

  private Graph left() {
    if (next.count() == 0) {
      return graph;
    }
    Edges kept = new Edges();
    for (int edge = 0; edge < from.length; edge++) {
      if (!gone[edge]) {
        kept.add(from[edge], to[edge]);
      }
    }
    return Graph.of(graph.size(), kept);
  }
}
