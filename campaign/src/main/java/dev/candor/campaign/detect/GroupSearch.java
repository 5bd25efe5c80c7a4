package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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
    int accounts = evidence.conduct().length;
    Binding binding = new Binding(evidence.quick(), evidence.slow(), 0, accounts);
    Edges edges = pairs.bound(binding, (one, other, found) -> found.add(one, other));
    Graph graph = Graph.of(accounts, edges);
    List<Group> pieces = pieces(graph.parts(SMALLEST_PIECE), 1);
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

  /**
   * The pieces of a graph in parts. Where what holds together loosely is nothing, or several
   * things, what holds together more tightly may be one: whichever accounts for more stands.
   *
   * @param triangles in which each edge lies
   */
  private List<Group> pieces(List<Graph.Part> parts, int triangles) {
    List<Block> blocks =
        apart(blocks(parts, triangles)).stream()
            .filter(block -> block.members().length >= Math.max(SMALLEST_PIECE, triangles + 2))
            .toList();
    return Turns.each(blocks, block -> pieces(block, triangles)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Group> pieces(Block block, int triangles) {
    Group whole = Group.of(block.members(), evidence, profiling);
    double worth = Verdict.of(whole, SMALLEST_PIECE).campaign() ? worth(whole) : 0;
    List<Group> tighter = pieces(List.of(block.part()), 2 * triangles);
    return worth >= tighter.stream().mapToDouble(GroupSearch::worth).sum() && worth > 0
        ? List.of(whole)
        : tighter;
  }

  /**
   * What does not fall apart.
   *
   * @param members accounts, ascending
   * @param truss in which they are bound
   * @param accounts of the truss, ascending
   */
  private record Block(int[] members, Graph truss, int[] accounts) {
    Graph.Part part() {
      int[] places =
          Arrays.stream(members).map(member -> Arrays.binarySearch(accounts, member)).toArray();
      return new Graph.Part(members, truss.among(places));
    }

    Block only(IntPredicate kept) {
      return new Block(Arrays.stream(members).filter(kept).toArray(), truss, accounts);
    }
  }

  private static List<Block> blocks(List<Graph.Part> parts, int triangles) {
    List<Graph.Part> ordered =
        parts.stream()
            .sorted(Comparator.comparingInt(part -> -part.graph().neighbours().length))
            .toList();
    return Turns.each(ordered, part -> blocks(part, triangles)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Block> blocks(Graph.Part part, int triangles) {
    Graph truss = Truss.of(part.graph(), triangles);
    return Blocks.of(truss).stream()
        .map(places ->
            new Block(
                Arrays.stream(places).map(place -> part.accounts()[place]).toArray(),
                truss,
                part.accounts()))
        .toList();
  }

  /** What the members have beyond need, all together. */
  private static double worth(Group group) {
    return Arrays.stream(group.members()).mapToDouble(a -> Math.max(0, group.score(a))).sum();
  }

  /** Each account in one block only, the largest. */
  private static List<Block> apart(List<Block> blocks) {
    List<Block> ordered = new ArrayList<>(blocks);
    ordered.sort(
        Comparator.comparingInt((Block block) -> -block.members().length)
            .thenComparing(Block::members, Arrays::compare));
    BitSet taken = new BitSet();
    List<Block> apart = new ArrayList<>();
    for (Block block : ordered) {
      Block left = block.only(member -> !taken.get(member));
      Arrays.stream(left.members()).forEach(taken::set);
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
