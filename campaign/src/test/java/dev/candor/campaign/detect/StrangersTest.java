package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StrangersTest {
  @Property
  void ofSeveralMeetingsTheMostTellingCountsInTheOrderOfTheFirst(
      @ForAll List<List<@IntRange(max = 30) Integer>> days) {
    Strangers strangers = new Strangers();
    for (List<Integer> day : days) {
      Map<Integer, Float> expected = new LinkedHashMap<>();
      for (int i = 0; i < day.size(); i++) {
        float chances = 1 + (i * 7) % 5;
        strangers.meet(day.get(i), chances);
        expected.merge(day.get(i), chances, Math::min);
      }
      assertThat(parted(strangers)).containsExactlyElementsOf(expected.entrySet());
    }
  }

  @Test
  void whoMeetsManyForgetsThemAllToo() {
    Strangers strangers = new Strangers();
    for (int size : List.of(3, 5_000, 200_000, 2)) {
      for (int i = 0; i < size; i++) {
        strangers.meet(i << 10, i + 1);
      }
      List<Map.Entry<Integer, Float>> met = parted(strangers);
      assertThat(met).hasSize(size);
      assertThat(met.getLast()).isEqualTo(Map.entry((size - 1) << 10, (float) size));
    }
    assertThat(parted(strangers)).isEmpty();
  }

  private static List<Map.Entry<Integer, Float>> parted(Strangers strangers) {
    List<Map.Entry<Integer, Float>> all = new ArrayList<>();
    strangers.part((account, chances) -> all.add(Map.entry(account, chances)));
    return all;
  }
}
