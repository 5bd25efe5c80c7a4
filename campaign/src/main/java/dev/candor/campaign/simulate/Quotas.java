package dev.candor.campaign.simulate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many exchanges each account has left, and how many of them are for the next day. */
final class Quotas {
  private final World world;
  private final List<Actor> actors;
  private final int[] left;
  private final double[] weightLeft;
  private int day;

  /**
   * Hands out all exchanges: at least one to each account, the others by volume.
   *
   * @param organic exchanges of accounts of no campaign
   * @param campaign exchanges of the others
   */
  Quotas(World world, List<Actor> actors, long organic, long campaign) {
    this.world = world;
    this.actors = actors;
    left = new int[actors.size()];
    weightLeft = new double[actors.size()];
    share(organic, actor -> actor.kind() == Kind.CAMPAIGN ? 0 : actor.volume());
    share(campaign, actor -> actor.kind() == Kind.CAMPAIGN ? actor.volume() : 0);
    for (int i = 0; i < left.length; i++) {
      for (int d = 0; d < world.calendar().days(); d++) {
        weightLeft[i] += actors.get(i).weight(d);
      }
    }
  }

  private void share(long exchanges, ToDoubleFunction<Actor> volume) {
    double[] volumes = actors.stream().mapToDouble(volume).toArray();
    double total = 0;
    long rest = exchanges;
    for (double one : volumes) {
      total += one;
      rest -= one > 0 ? 1 : 0;
    }
    double sum = 0;
    long given = 0;
    for (int i = 0; i < volumes.length; i++) {
      if (volumes[i] > 0) {
        sum += volumes[i];
        // Rounding the sums, not the parts, makes the parts add up.
        long until = Math.min(rest, Math.round(sum / total * rest));
        left[i] = Math.toIntExact(1 + until - given);
        given = until;
      }
    }
  }

  /** How many exchanges each account has on the next day. */
  int[] next() {
    int[] counts = new int[left.length];
    boolean last = day == world.calendar().days() - 1;
    for (int i = 0; i < counts.length; i++) {
      double weight = actors.get(i).weight(day);
      if (left[i] > 0 && (weight > 0 || last)) {
        double part = last ? 1 : weight / weightLeft[i];
        Draw draw = Draw.of(world.seed(), Names.QUOTA, i, day);
        // What is left of the sum after the last weight is rounding.
        counts[i] = draw.successes(left[i], part > 1 - 1e-9 ? 1 : part);
        left[i] -= counts[i];
      }
      weightLeft[i] -= weight;
    }
    day++;
    return counts;
  }
}
