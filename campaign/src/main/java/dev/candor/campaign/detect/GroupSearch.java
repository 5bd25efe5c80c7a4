package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** From evidence to groups that no common cause explains. */
final class GroupSearch {
  /** Accounts of the smallest piece that is looked at; pieces may join to campaigns. */
  private static final int SMALLEST_PIECE = 4;

  private static final int ROUNDS = 3;

  private final Evidence evidence;
  private final int smallest;
  private final Profiling profiling;

  /**
   * @param smallest accounts of the smallest campaign
   */
  GroupSearch(Evidence evidence, int smallest) {
    this.evidence = evidence;
    this.smallest = smallest;
    this.profiling = new Profiling(evidence);
  }

  /** The campaigns, largest first; no account is in two of them. */
  List<Group> campaigns(Pairs pairs) {
    Binding binding = new Binding(evidence.quick(), evidence.slow());
    Edges edges =
        pairs.each((one, other, chances, found) -> {
          if (binding.binds(one, other, chances, 0)) {
            found.add(one, other);
          }
        });
    List<Group> pieces = pieces(evidence.conduct().length, edges);
    List<Group> campaigns = new ArrayList<>();
    BitSet taken = new BitSet();
    taken.or(pairs.out());
    for (Group joined : new Joining(evidence, profiling).join(pieces)) {
      Group settled = settled(joined, taken);
      if (settled.size() >= smallest && Verdict.of(settled, smallest).campaign()) {
        campaigns.add(settled);
        Arrays.stream(settled.members()).forEach(taken::set);
      }
    }
    campaigns.sort(
        Comparator.comparingInt((Group group) -> -group.size())
            .thenComparingInt(group -> group.members()[0]));
    return campaigns;
  }

  private List<Group> pieces(int accounts, Edges edges) {
    int[] itself = new int[accounts];
    Arrays.setAll(itself, a -> a);
    return pieces(Graph.of(accounts, edges), itself, 1);
  }

  /**
   * The pieces of a graph. Where what holds together loosely is nothing, or several things, what
   * holds together more tightly may be one: whichever accounts for more stands.
   *
   * @param accounts for which the graph's numbers stand, ascending
   * @param triangles in which each edge lies
   */
  private List<Group> pieces(Graph graph, int[] accounts, int triangles) {
    Graph truss = Truss.of(graph, triangles);
    List<Group> all = new ArrayList<>();
    for (int[] block : apart(Blocks.of(truss))) {
      if (block.length < Math.max(SMALLEST_PIECE, triangles + 2)) {
        continue;
      }
      int[] members = Arrays.stream(block).map(place -> accounts[place]).toArray();
      Group whole = Group.of(members, evidence, profiling);
      double worth = Verdict.of(whole, SMALLEST_PIECE).campaign() ? worth(whole) : 0;
      List<Group> parts = pieces(truss.among(block), members, 2 * triangles);
      if (worth >= parts.stream().mapToDouble(GroupSearch::worth).sum() && worth > 0) {
        all.add(whole);
      } else {
        all.addAll(parts);
      }
    }
    return all;
  }

  /** What the members have beyond need, all together. */
  private static double worth(Group group) {
    return Arrays.stream(group.members()).mapToDouble(a -> Math.max(0, group.score(a))).sum();
  }

  /** Each account in one block only, the largest. */
  private static List<int[]> apart(List<int[]> blocks) {
    List<int[]> ordered = new ArrayList<>(blocks);
    ordered.sort(
        Comparator.comparingInt((int[] block) -> -block.length).thenComparing(Arrays::compare));
    BitSet taken = new BitSet();
    List<int[]> apart = new ArrayList<>();
    for (int[] block : ordered) {
      int[] left = Arrays.stream(block).filter(a -> !taken.get(a)).toArray();
      Arrays.stream(left).forEach(taken::set);
      apart.add(left);
    }
    return apart;
  }

  /** Drops members that do not fit, and takes in accounts that do, until little changes. */
  private Group settled(Group group, BitSet taken) {
    Group now = group;
    for (int round = 0; round < ROUNDS; round++) {
      Group before = now;
      BitSet candidates = new BitSet();
      Arrays.stream(before.members()).forEach(candidates::set);
      before.circle().holders(candidates::set);
      candidates.andNot(taken);
      int[] members =
          candidates.stream().parallel().filter(a -> before.score(a) >= 0).sorted().toArray();
      if (members.length < SMALLEST_PIECE) {
        return new Group(members, List.of(), Circle.of(members, evidence.means()));
      }
      now = Group.of(members, evidence, profiling);
      if (Arrays.equals(members, before.members())) {
        return now;
      }
    }
    Group last = now;
    int[] fitting = IntStream.of(last.members()).filter(a -> last.score(a) >= 0).toArray();
    return fitting.length == 0
        ? new Group(fitting, List.of(), Circle.of(fitting, evidence.means()))
        : Group.of(fitting, evidence, profiling);
  }
}
