package dev.candor.campaign.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SliceTest {
  @Property(tries = 50)
  void slicesOfADayAreTheDay(
      @ForAll @IntRange(max = 9000) int rows,
      @ForAll @IntRange(min = 1, max = Calendar.DAY - 1) int cut,
      @ForAll long seed) {
    List<String> halves = rows(rows, seed, 0, cut);
    halves.addAll(rows(rows, seed, cut, Calendar.DAY));
    assertThat(halves).isEqualTo(rows(rows, seed, 0, Calendar.DAY)).hasSize(rows);
  }

  private static List<String> rows(int count, long seed, int from, int to) {
    Slice slice = new Slice(from, to, new int[3]);
    Draw draw = Draw.of(seed);
    Row row = new Row();
    for (int i = 0; i < count; i++) {
      row.account = draw.below(3);
      row.time = draw.below(Calendar.DAY);
      row.sketch = draw.bits();
      slice.put(row);
    }
    List<String> found = new ArrayList<>();
    slice.sorted(one -> found.add(one.time + " " + one.account + " " + one.sketch));
    return found;
  }

  @Test
  void rowsComeByTime() {
    assertThat(
            rows(5000, 1, 0, Calendar.DAY).stream().map(row -> Integer.valueOf(row.split(" ")[0])))
        .isSorted();
  }

  @Test
  void nothingIsBeforeItsAccount() {
    int noon = Calendar.DAY / 2;
    Slice slice = new Slice(0, Calendar.DAY, new int[] {noon});
    Row row = new Row();
    // An hour of the whole day becomes half an hour of what is left.
    row.time = Calendar.HOUR;
    slice.put(row);
    row.time = noon + Calendar.HOUR;
    slice.put(row);
    List<Integer> times = new ArrayList<>();
    slice.sorted(one -> times.add(one.time));
    assertThat(times).containsExactly(noon + Calendar.HOUR / 2, noon + Calendar.HOUR);
  }
}
