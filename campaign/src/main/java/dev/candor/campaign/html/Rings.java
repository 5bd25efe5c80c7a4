package dev.candor.campaign.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two rings, one within the other, whose places are joined by lines: each is put in the order of
 * what it is joined to, again and again (the barycentre heuristic of Sugiyama, Tagawa and Toda
 * 1981, on circles), and the shortest lines of all rounds stand. The same lines give the same
 * rings.
 *
 * @param inner angles, -pi to pi
 * @param outer angles, likewise
 */
record Rings(double[] inner, double[] outer) {
  private static final int ROUNDS = 16;

  /**
   * Orders them.
   *
   * @param ends for each place of the inner ring those of the outer one to which it is joined
   * @param outerCount places of the outer ring
   */
  static Rings of(List<List<Integer>> ends, int outerCount) {
    List<List<Integer>> back = new ArrayList<>();
    for (int i = 0; i < outerCount; i++) {
      back.add(new ArrayList<>());
    }
    for (int i = 0; i < ends.size(); i++) {
      for (int end : ends.get(i)) {
        back.get(end).add(i);
      }
    }
    double[] inner = around(IntStream.range(0, ends.size()).boxed().toList());
    Rings best = new Rings(inner, nextTo(back, inner));
    double shortest = best.length(ends);
    for (int round = 0; round < ROUNDS; round++) {
      inner = nextTo(ends, nextTo(back, inner));
      Rings rings = new Rings(inner, nextTo(back, inner));
      double length = rings.length(ends);
      if (length < shortest) {
        shortest = length;
        best = rings;
      }
    }
    return best;
  }

  /** Angles in the order of the mean direction of what each place is joined to. */
  private static double[] nextTo(List<List<Integer>> ends, double[] angles) {
    double[] means = new double[ends.size()];
    for (int i = 0; i < means.length; i++) {
      double x = 0;
      double y = 0;
      for (int end : ends.get(i)) {
        x += StrictMath.cos(angles[end]);
        y += StrictMath.sin(angles[end]);
      }
      means[i] = StrictMath.atan2(y, x);
    }
    return around(
        IntStream.range(0, means.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> means[i]).thenComparingInt(i -> i))
            .toList());
  }

  /** Equal steps all around, in that order. */
  private static double[] around(List<Integer> order) {
    double[] angles = new double[order.size()];
    for (int place = 0; place < angles.length; place++) {
      angles[order.get(place)] = 2 * Math.PI * (place + 0.5) / angles.length - Math.PI;
    }
    return angles;
  }

  /** How far around all lines go together. */
  double length(List<List<Integer>> ends) {
    double length = 0;
    for (int i = 0; i < ends.size(); i++) {
      for (int end : ends.get(i)) {
        double apart = Math.abs(inner[i] - outer[end]);
        length += Math.min(apart, 2 * Math.PI - apart);
      }
    }
    return length;
  }
}
