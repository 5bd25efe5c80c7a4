package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/** The devices, payments and addresses that members of a group share with each other. */
final class Circle {
  private static final double LEAST = 1;

  /** Values of which members are a smaller part are not followed to further holders. */
  private static final int THINNEST = 64;

  private static final Comparator<Shared> BY_WORTH =
      Comparator.comparingDouble(Shared::needed)
          .thenComparing(Comparator.comparingInt(Shared::members).reversed())
          .thenComparingInt(Shared::holders);

  private final List<Means> means;
  private final List<IntCounts> counts; // of each kind of means, members of what two at least hold

  private Circle(List<Means> means, List<IntCounts> counts) {
    this.means = means;
    this.counts = counts;
  }

  static Circle of(int[] members, List<Means> means) {
    List<IntCounts> counts = new ArrayList<>();
    for (Means each : means) {
      IntCounts count = new IntCounts();
      Incidence incidence = each.incidence();
      for (int member : members) {
        for (int at = incidence.offsets()[member]; at < incidence.offsets()[member + 1]; at++) {
          if (incidence.holding(incidence.values()[at]) <= Pairs.MOST) {
            count.count(incidence.values()[at]);
          }
        }
      }
      counts.add(count.atLeast(2));
    }
    return new Circle(means, counts);
  }

  /**
   * What an account shares with members of the group.
   *
   * @param values of one kind that tell as much as each other; which of them stands first means
   *     nothing
   * @param tries how many values it had to share one by
   */
  record Shared(Family family, int[] values, int members, int holders, int tries) {
    /**
     * The bits of conduct it takes to tell a member from the other holders: fewer where nearly all
     * of them are members, but never none.
     */
    double needed() {
      return Circle.needed(chances(holders, members, tries));
    }

    private Shared and(Shared other) {
      int[] both = Arrays.copyOf(values, values.length + other.values.length);
      System.arraycopy(other.values, 0, both, values.length, other.values.length);
      return new Shared(family, both, members, holders, tries);
    }
  }

  /** How many strangers an account meets by a value, for each member that it meets. */
  private static double chances(int holders, int members, int tries) {
    double strangers = Math.max(1, holders - members);
    return strangers * tries / members;
  }

  private static double needed(double chances) {
    return Math.max(LEAST, Bits.of(chances) + Binding.MARGIN);
  }

  /** What an account shares with members, the most telling of each kind. */
  List<Shared> shared(int account) {
    List<Shared> all = new ArrayList<>();
    for (int m = 0; m < means.size(); m++) {
      Incidence incidence = means.get(m).incidence();
      Shared best = null;
      for (int at = incidence.offsets()[account]; at < incidence.offsets()[account + 1]; at++) {
        int value = incidence.values()[at];
        int members = counts.get(m).of(value);
        if (members > 0) {
          Shared shared =
              new Shared(
                  means.get(m).family(),
                  new int[] {value},
                  members,
                  incidence.holding(value),
                  incidence.held(account) * means.size());
          int compared = best == null ? -1 : BY_WORTH.compare(shared, best);
          best = best == null || compared < 0 ? shared : compared > 0 ? best : best.and(shared);
        }
      }
      if (best != null) {
        all.add(best);
      }
    }
    return all;
  }

  /** One value that members hold; how many of them, and how many accounts in all. */
  record Held(Family family, int value, int members, int holders) {}

  /**
   * Of each kind the values that most members hold, at most so many. Numbers of values follow from
   * an engine's hashes, so that those of accounts decide first.
   */
  List<Held> widest(int most) {
    List<Held> all = new ArrayList<>();
    for (int m = 0; m < means.size(); m++) {
      Means each = means.get(m);
      List<Held> shared = new ArrayList<>();
      counts
          .get(m)
          .each((value, members) ->
              shared.add(new Held(each.family(), value, members, each.incidence().holding(value))));
      shared.stream()
          .sorted(
              Comparator.comparingInt((Held held) -> -held.members())
                  .thenComparingInt(Held::holders)
                  .thenComparing(Held::value, (a, b) -> compareHolders(each.incidence(), a, b))
                  .thenComparingInt(Held::value))
          .limit(most)
          .forEach(all::add);
    }
    return all;
  }

  private static int compareHolders(Incidence incidence, int one, int other) {
    return Arrays.compare(
        incidence.holders(),
        incidence.starts()[one],
        incidence.starts()[one + 1],
        incidence.holders(),
        incidence.starts()[other],
        incidence.starts()[other + 1]);
  }

  /** How many values of that kind at least two members hold. */
  int values(Family family) {
    int values = 0;
    for (int m = 0; m < means.size(); m++) {
      values += means.get(m).family() == family ? counts.get(m).size() : 0;
    }
    return values;
  }

  /** The bits an account needs for the most telling value, or infinity when it shares none. */
  double needed(int account) {
    double least = Double.POSITIVE_INFINITY;
    for (int m = 0; m < means.size(); m++) {
      Incidence incidence = means.get(m).incidence();
      int tries = incidence.held(account) * means.size();
      for (int at = incidence.offsets()[account]; at < incidence.offsets()[account + 1]; at++) {
        int value = incidence.values()[at];
        int members = counts.get(m).of(value);
        if (members > 0) {
          least = Math.min(least, chances(incidence.holding(value), members, tries));
        }
      }
    }
    return needed(least);
  }

  /** The share of members that have a value of that kind in common with another. */
  double coverage(Family family, int[] members) {
    int covered = 0;
    for (int member : members) {
      covered += shares(family, member) ? 1 : 0;
    }
    return (double) covered / members.length;
  }

  private boolean shares(Family family, int account) {
    for (int m = 0; m < means.size(); m++) {
      if (means.get(m).family() == family) {
        Incidence incidence = means.get(m).incidence();
        for (int at = incidence.offsets()[account]; at < incidence.offsets()[account + 1]; at++) {
          if (counts.get(m).of(incidence.values()[at]) > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The share of members for whom one value of that kind is behind much of what they do. */
  double largest(Family family, int[] members) {
    int most = 0;
    for (Means each : means) {
      if (each.family() == family) {
        IntCounts count = new IntCounts();
        Incidence often = each.often();
        for (int member : members) {
          for (int at = often.offsets()[member]; at < often.offsets()[member + 1]; at++) {
            most = Math.max(most, count.count(often.values()[at]));
          }
        }
      }
    }
    return (double) most / members.length;
  }

  /** All accounts that hold what members share. */
  void holders(IntConsumer each) {
    for (int m = 0; m < means.size(); m++) {
      Incidence incidence = means.get(m).incidence();
      counts
          .get(m)
          .each((value, members) -> {
            if ((long) members * THINNEST >= incidence.holding(value)) {
              for (int i = incidence.starts()[value]; i < incidence.starts()[value + 1]; i++) {
                each.accept(incidence.holders()[i]);
              }
            }
          });
    }
  }
}
