package dev.candor.audit.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final Plan BORDERS = new Plan(4, false);

  @Test
  void endsThatDifferAreBisected() {
    assertThat(looks("aaaaaaabbbbbbbbb", BORDERS)).containsExactly(0, 15, 7, 3, 5, 6);
  }

  @Test
  void whatCameAndWentIsFoundThoughTheEndsAreTheSame() {
    assertThat(looks("aabbbbbbbbbbbaaa", BORDERS)).containsExactly(0, 15, 7, 3, 1, 2, 11, 13, 12);
  }

  /** Nothing differs: gaps are halved until every fourth was looked at. */
  @Test
  void whereNothingDiffersEachStepIsLookedAt() {
    assertThat(looks("aaaaaaaaaaaaa", BORDERS)).containsExactly(0, 12, 6, 3, 9);
  }

  @Test
  void onceSomethingDiffersOnlyItsBordersAreLookedFor() {
    assertThat(looks("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", BORDERS)).doesNotContain(4, 8);
  }

  @Test
  void throughoutMeansThereToo() {
    assertThat(looks("aaaaaaaaaaaaaaab", new Plan(4, true))).contains(3, 7, 11);
  }

  @Test
  void everythingIsEverything() {
    assertThat(looks("abab", Plan.everything())).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void oneVersionIsLookedAtOnce() {
    assertThat(looks("a", BORDERS)).containsExactly(0);
  }

  @Test
  void whatCannotBeLookedAtIsPassedOver() {
    assertThat(looks("aaaabbbb", BORDERS, Set.of(0, 3, 7))).containsExactly(0, 1, 7, 6, 3, 4, 2);
  }

  @Test
  void whereNothingCanBeLookedAtItEnds() {
    assertThat(looks("aaa", BORDERS, Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aGapIsCountedWhereNeighboursAreTheSame() {
    Search<Character> search = new Search<>(9, BORDERS, Character::equals);
    search.saw(0, 'a');
    search.saw(3, 'a');
    search.saw(8, 'b');
    assertThat(search.widestGap()).isEqualTo(2);
  }

  /** The promise of the documentation. */
  @Property
  void aMarkAsLongAsTheStepIsFoundWithBothItsBorders(
      @ForAll @IntRange(min = 1, max = 300) int versions,
      @ForAll @IntRange(min = 1, max = 20) int step,
      @ForAll @IntRange(max = 299) int at,
      @ForAll @IntRange(max = 80) int longer) {
    int from = Math.min(at, Math.max(0, versions - step));
    int to = Math.min(versions, from + step + longer);
    StringBuilder text = new StringBuilder("a".repeat(versions));
    text.replace(from, to, "b".repeat(to - from));

    List<Integer> looks = looks(text.toString(), new Plan(step, false));

    assertThat(looks).doesNotHaveDuplicates().contains(from, to - 1);
    if (from > 0) {
      assertThat(looks).contains(from - 1);
    }
    if (to < versions) {
      assertThat(looks).contains(to);
    }
  }

  /** Halving: two ends, and for one border the binary logarithm of what lies between. */
  @Property
  void oneBorderTakesNoMoreLooksThanBisection(
      @ForAll @IntRange(min = 2, max = 1_000) int versions,
      @ForAll @IntRange(min = 1, max = 999) int border) {
    int from = Math.min(border, versions - 1);

    List<Integer> looks = looks("a".repeat(from) + "b".repeat(versions - from), BORDERS);

    assertThat(looks).hasSizeLessThanOrEqualTo(2 + 32 - Integer.numberOfLeadingZeros(versions - 1));
  }

  /** Sixteen gaps are halved four times; a step of a sixteenth needs no fifth. */
  @Property
  void whereNothingDiffersFewLooksAreTaken(@ForAll @IntRange(min = 1, max = 2_000) int versions) {
    List<Integer> looks = looks("a".repeat(versions), Plan.standard(versions));

    assertThat(looks).hasSizeBetween(Math.min(versions, 9), 17);
  }

  private static List<Integer> looks(String versions, Plan plan) {
    return looks(versions, plan, Set.of());
  }

  private static List<Integer> looks(String versions, Plan plan, Set<Integer> lost) {
    Search<Character> search = new Search<>(versions.length(), plan, Character::equals);
    List<Integer> looks = new ArrayList<>();
    for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
      int version = next.getAsInt();
      looks.add(version);
      if (lost.contains(version)) {
        search.lost(version);
      } else {
        search.saw(version, versions.charAt(version));
      }
    }
    return looks;
  }
}
