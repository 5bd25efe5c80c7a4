package dev.candor.campaign.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RingsTest {
  /** Two pieces, told in turns: each comes to stand in a half of its own. */
  @Test
  void whatHangsTogetherIsNear() {
    List<List<Integer>> ends = List.of(List.of(0, 2, 4, 6), List.of(1, 3, 5, 7));
    Rings rings = Rings.of(ends, 8);

    assertThat(apart(rings.outer(), List.of(0, 2, 4, 6))).isLessThanOrEqualTo(Math.PI);
    assertThat(apart(rings.outer(), List.of(1, 3, 5, 7))).isLessThanOrEqualTo(Math.PI);
    assertThat(rings.length(ends)).isCloseTo(2 * Math.PI, within(1e-9)); // 4 x (1/8 + 3/8) pi
  }

  @Property(tries = 50)
  void allPlacesAreTakenOnceAndTheSameLinesGiveTheSame(
      @ForAll long seed,
      @ForAll @IntRange(max = 24) int inner,
      @ForAll @IntRange(max = 60) int outer) {
    Random random = new Random(seed);
    List<List<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < inner; i++) {
      List<Integer> each = new ArrayList<>();
      for (int j = 0; j < outer; j++) {
        if (random.nextInt(4) == 0) {
          each.add(j);
        }
      }
      ends.add(each);
    }
    Rings rings = Rings.of(ends, outer);

    assertThat(steps(rings.inner())).allMatch(step -> Math.abs(step - 2 * Math.PI / inner) < 1e-9);
    assertThat(steps(rings.outer())).allMatch(step -> Math.abs(step - 2 * Math.PI / outer) < 1e-9);
    assertThat(Rings.of(ends, outer).outer()).containsExactly(rings.outer());
  }

  private static List<Double> steps(double[] angles) {
    double[] sorted = angles.clone();
    Arrays.sort(sorted);
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < sorted.length; i++) {
      steps.add(sorted[i] - sorted[i - 1]);
    }
    return steps;
  }

  /** The arc that holds those places. */
  private static double apart(double[] angles, List<Integer> places) {
    double[] sorted = places.stream().mapToDouble(place -> angles[place]).sorted().toArray();
    double gap = 2 * Math.PI + sorted[0] - sorted[sorted.length - 1];
    for (int i = 1; i < sorted.length; i++) {
      gap = Math.max(gap, sorted[i] - sorted[i - 1]);
    }
    return 2 * Math.PI - gap;
  }
}
