package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Pieces of one campaign that share no means, as when each device serves accounts of its own: they
 * are joined when the members of each show the traits of the other.
 */
final class Joining {
  /** Pieces beyond which the smaller ones are left as they are. */
  private static final int MOST_PIECES = 3_000;

  /** Members of a piece that are looked at. */
  private static final int SAMPLE = 24;

  /** Bits of conduct that members have under the other's traits, on average. */
  private static final double BITS = 4;

  private final Evidence evidence;
  private final Profiling profiling;

  Joining(Evidence evidence, Profiling profiling) {
    this.evidence = evidence;
    this.profiling = profiling;
  }

  List<Group> join(List<Group> pieces) {
    Joined joined = new Joined(pieces.size());
    int count = Math.min(MOST_PIECES, pieces.size());
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if (joined.of(i) != joined.of(j) && alike(pieces.get(i), pieces.get(j))) {
          joined.join(i, j);
        }
      }
    }
    Map<Integer, List<Group>> sets = new TreeMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      sets.computeIfAbsent(joined.of(i), key -> new ArrayList<>()).add(pieces.get(i));
    }
    List<Group> all = new ArrayList<>();
    for (List<Group> set : sets.values()) {
      all.add(set.size() == 1 ? set.getFirst() : one(set));
    }
    return all;
  }

  private Group one(List<Group> set) {
    int[] members =
        set.stream().flatMapToInt(group -> Arrays.stream(group.members())).sorted().toArray();
    return Group.of(members, evidence, profiling);
  }

  private static boolean alike(Group one, Group other) {
    return fits(one, other) && fits(other, one);
  }

  private static boolean fits(Group traits, Group members) {
    int count = Math.min(SAMPLE, members.size());
    double sum =
        IntStream.range(0, count)
            .mapToDouble(
                i -> traits.conduct(members.members()[(int) ((long) i * members.size() / count)]))
            .sum();
    return sum >= BITS * count;
  }
}
