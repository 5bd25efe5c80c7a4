package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntCountsTest {
  @Property
  void countsLikeAMap(@ForAll List<@IntRange(min = -20, max = 20) Integer> near) {
    Map<Integer, Integer> expected = new HashMap<>();
    IntCounts counts = new IntCounts();
    for (int number : near) {
      assertThat(counts.count(number)).isEqualTo(expected.merge(number, 1, Integer::sum));
    }
    assertThat(map(counts)).isEqualTo(expected);
    expected.values().removeIf(count -> count < 2);
    assertThat(map(counts.atLeast(2))).isEqualTo(expected);
  }

  @Test
  void knowsManyNumbersApartAndNoneThatNeverCame() {
    IntCounts counts = new IntCounts();
    for (int i = 0; i < 100_000; i++) {
      counts.count(i << 12); // the lower bits are all the same
    }
    assertThat(counts.size()).isEqualTo(100_000);
    assertThat(counts.of(99_999 << 12)).isEqualTo(1);
    assertThat(counts.of(1)).isZero();
    assertThat(counts.of(Integer.MIN_VALUE)).isZero();
  }

  private static Map<Integer, Integer> map(IntCounts counts) {
    Map<Integer, Integer> map = new HashMap<>();
    counts.each(map::put);
    assertThat(map).hasSize(counts.size());
    return map;
  }
}
