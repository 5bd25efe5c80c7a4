package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pieces of one campaign that share no means, as when each device serves accounts of its own: they
 * are joined when the members of each show the traits of the other.
 */
final class Joining {
  /** Pieces beyond which the smaller ones are left as they are. */
  private static final int MOST_PIECES = 3_000;

  private static final int FIRST_SAMPLE = 4;

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

  /** A few members first: most pieces have nothing in common. */
  private static boolean alike(Group one, Group other) {
    return mean(one, other, FIRST_SAMPLE) >= BITS / 2
        && mean(one, other, SAMPLE) >= BITS
        && mean(other, one, SAMPLE) >= BITS;
  }

  private static double mean(Group traits, Group members, int most) {
    int count = Math.min(most, members.size());
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int member = members.members()[(int) ((long) i * members.size() / count)];
      for (Trait trait : traits.traits()) {
        // Each look at lockstep goes through the minutes of many others.
        sum += trait.family() == Family.LOCKSTEP ? 0 : trait.weight(member);
      }
    }
    return sum / count;
  }
}
