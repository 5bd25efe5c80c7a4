package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BeginningsTest {
  /** 10:07 and 10:40 against 10:07, 10:42 and 12:00: one minute, two slots, two times two pairs. */
  @Test
  void countsCommonMinutesSlotsAndPairsWithinAnHour() {
    Beginnings one = Beginnings.at(new int[] {607, 640});
    Beginnings other = Beginnings.at(new int[] {607, 642, 720});

    assertThat(one.meetings(other)).isEqualTo(new Beginnings.Meetings(1, 2, 4));
  }

  /** With two beginnings each minute has 1/60 of a third, and each of theirs a third more. */
  @Test
  void tellsHowAlikeTheirMinutesOfTheHourAre() {
    Beginnings one = Beginnings.at(new int[] {0, 30});

    double rest = 1 / 180.0;
    double own = 1 / 3.0 + rest;
    assertThat(one.minuteAlike(one)).isCloseTo(58 * rest * rest + 2 * own * own, within(1e-6));
  }

  @Property(tries = 200)
  void countsAsSetsOfTimesDo(
      @ForAll @Size(max = 60) int[] one, @ForAll @Size(max = 60) int[] other) {
    int[] mine = apart(one);
    int[] its = apart(other);

    Set<Integer> minutes = set(mine, 1);
    minutes.retainAll(set(its, 1));
    Set<Integer> slots = set(mine, 5);
    slots.retainAll(set(its, 5));
    long pairs =
        Arrays.stream(mine)
            .mapToLong(a ->
                Arrays.stream(its)
                    .filter(b -> Math.floorDiv(a, 60) == Math.floorDiv(b, 60))
                    .count())
            .sum();
    assertThat(Beginnings.at(mine).meetings(Beginnings.at(its)))
        .isEqualTo(new Beginnings.Meetings(minutes.size(), slots.size(), pairs));
  }

  @Property(tries = 50)
  void timesFarApartCostNoMore(@ForAll @IntRange(min = 0) int from) {
    Beginnings two = Beginnings.at(new int[] {Integer.MIN_VALUE + from, Integer.MAX_VALUE});

    assertThat(two.hours().length + two.minutes().length).isLessThanOrEqualTo(4);
  }

  /** Within a few days, five minutes apart. */
  private static int[] apart(int[] any) {
    return Arrays.stream(any)
        .map(each -> Math.floorMod(each, 1_500) * 5 + Math.floorMod(each, 4))
        .boxed()
        .collect(HashSet<Integer>::new, (set, each) -> set.add(each), HashSet::addAll)
        .stream()
        .mapToInt(Integer::intValue)
        .sorted()
        .collect(Apart::new, Apart::add, (a, b) -> {})
        .array();
  }

  private static Set<Integer> set(int[] times, int width) {
    return new HashSet<>(
        IntStream.of(times).map(time -> Math.floorDiv(time, width)).boxed().toList());
  }

  private static final class Apart {
    private final Ints kept = new Ints();
    private int before = -5;

    void add(int time) {
      if (time - before >= 5) {
        kept.add(time);
        before = time;
      }
    }

    int[] array() {
      return Arrays.copyOf(kept.array(), kept.count());
    }
  }
}
