package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holds together in graphs that are drawn by hand. */
class GraphTest {
  /** Two cliques of four, 0 to 3 and 4 to 7, with an edge between 3 and 4, and 8 hanging at 0. */
  private static final int[][] BRIDGED = {
    {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {4, 5}, {4, 6}, {4, 7}, {5, 6}, {5, 7}, {6, 7},
    {3, 4}, {0, 8}
  };

  @Test
  void aChanceEdgeBetweenTwoGroupsGoesAndSoDoesWhoHangsByOne() {
    Graph truss = Truss.of(graph(9, BRIDGED), 1);
    assertThat(truss.has(3, 4)).isFalse();
    assertThat(truss.degree(8)).isZero();
    assertThat(truss.degree(0)).isEqualTo(3);
  }

  @Test
  void whatLosesItsSupportGoesAsWell() {
    // two triangles on one edge: with two triangles wanted, only the middle edge has them at first
    Graph kite = graph(4, new int[][] {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}});
    assertThat(Truss.of(kite, 1).neighbours()).hasSize(10);
    assertThat(Truss.of(kite, 2).neighbours()).isEmpty();
  }

  /** Taking away edges with too few triangles, until none has, is what a truss is. */
  @Property(tries = 200)
  void aTrussIsWhatIsLeftWhenWeakEdgesAreTakenAwayAgainAndAgain(
      @ForAll @Size(max = 70) List<@IntRange(max = 143) Integer> pairs,
      @ForAll @IntRange(min = 1, max = 4) int triangles) {
    Set<List<Integer>> left = new TreeSet<>(Comparator.comparing(List::toString));
    pairs.stream()
        .map(pair -> List.of(pair / 12, pair % 12))
        .filter(pair -> pair.getFirst() < pair.getLast())
        .forEach(left::add);
    Graph graph = graph(12, array(left));
    boolean weak = true;
    while (weak) {
      weak = left.removeIf(edge -> triangles(edge, left) < triangles);
    }

    Graph truss = Truss.of(graph, triangles);

    assertThat(truss.neighbours()).isEqualTo(graph(12, array(left)).neighbours());
    assertThat(truss.offsets()).isEqualTo(graph(12, array(left)).offsets());
  }

  /** Of all 400 accounts, any two share the other 398: more edges than one thread counts. */
  @Test
  void everyTriangleOfALargeCliqueIsCountedOnce() {
    Edges all = new Edges();
    for (int one = 0; one < 400; one++) {
      for (int other = one + 1; other < 400; other++) {
        all.add(one, other);
      }
    }
    Graph clique = Graph.of(400, all);
    assertThat(Truss.of(clique, 398).neighbours()).hasSize(400 * 399);
    assertThat(Truss.of(clique, 399).neighbours()).isEmpty();
  }

  private static long triangles(List<Integer> edge, Set<List<Integer>> all) {
    return IntStream.range(0, 12)
        .filter(c -> edge.stream().allMatch(end -> all.contains(sorted(end, c))))
        .count();
  }

  private static List<Integer> sorted(int one, int other) {
    return List.of(Math.min(one, other), Math.max(one, other));
  }

  private static int[][] array(Set<List<Integer>> edges) {
    return edges.stream()
        .map(edge -> new int[] {edge.getFirst(), edge.getLast()})
        .toArray(int[][]::new);
  }

  @Test
  void partsHaveNumbersOfTheirOwn() {
    Graph two = graph(7, new int[][] {{0, 3}, {3, 5}, {1, 2}, {1, 6}, {2, 6}});

    List<Graph.Part> parts = two.parts(3);

    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().accounts()).containsExactly(0, 3, 5);
    assertThat(parts.getFirst().graph().neighbours()).containsExactly(1, 0, 2, 1);
    assertThat(parts.getLast().accounts()).containsExactly(1, 2, 6);
    assertThat(parts.getLast().graph().offsets()).containsExactly(0, 2, 4, 6);
    assertThat(two.parts(4)).isEmpty();
  }

  @Test
  void oneAccountInTwoGroupsDoesNotMakeThemOne() {
    Graph bow = graph(5, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 4}});
    assertThat(Blocks.of(bow))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrder(new int[] {0, 1, 2}, new int[] {2, 3, 4});
  }

  @Test
  void twoAccountsInTwoGroupsMakeThemOne() {
    Graph square = graph(4, new int[][] {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}});
    assertThat(Blocks.of(square)).hasSize(1);
    assertThat(Blocks.of(square).getFirst()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aRingOfAMillionAccountsIsOneBlock() {
    int count = 1_000_000;
    Edges ring = new Edges();
    for (int i = 0; i < count; i++) {
      ring.add(Math.min(i, (i + 1) % count), Math.max(i, (i + 1) % count));
    }
    List<int[]> blocks = Blocks.of(Graph.of(count, ring));
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst()).hasSize(count);
  }

  private static Graph graph(int accounts, int[][] pairs) {
    Edges edges = new Edges();
    for (int[] pair : pairs) {
      edges.add(pair[0], pair[1]);
    }
    return Graph.of(accounts, edges);
  }
}
