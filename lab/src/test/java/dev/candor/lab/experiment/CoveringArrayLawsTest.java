package dev.candor.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoveringArrayLawsTest {
  @Property(tries = 60)
  void holdsEachCombinationOfLevelsOfAnyTwoOrThreeColumns(
      @ForAll("sizes") int[] sizes,
      @ForAll @IntRange(min = 2, max = 3) int strength,
      @ForAll long seed) {
    List<int[]> rows = CoveringArray.of(sizes, strength, new Random(seed));
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        assertThat(distinct(rows, i, j)).hasSize(sizes[i] * sizes[j]);
        for (int k = j + 1; strength == 3 && k < sizes.length; k++) {
          assertThat(distinct(rows, i, j, k)).hasSize(sizes[i] * sizes[j] * sizes[k]);
        }
      }
    }
  }

  private static Set<List<Integer>> distinct(List<int[]> rows, int... columns) {
    Set<List<Integer>> distinct = new HashSet<>();
    rows.forEach(row -> distinct.add(Arrays.stream(columns).map(c -> row[c]).boxed().toList()));
    return distinct;
  }

  @Provide
  Arbitrary<int[]> sizes() {
    return Arbitraries.integers().between(1, 4).array(int[].class).ofMinSize(3).ofMaxSize(8);
  }

  @Test
  void isSmall() {
    int[] twenty = new int[20];
    Arrays.fill(twenty, 2);
    // Eight are the fewest that there can be (Kleitman and Spencer, 1973); greedy ones take more.
    assertThat(CoveringArray.of(twenty, 2, new Random(1))).hasSizeBetween(8, 12);
  }
}
