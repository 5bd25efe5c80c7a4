package dev.candor.audit.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.difference.Delta.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Words stand for findings: the same in any case, and kin when they begin with the same letter. */
class DeltaTest {
  @Test
  void tellsWhatAppearedChangedAndVanished() {
    assertThat(between(List.of("ant", "bee", "cat"), List.of("dog", "bat", "ANT")))
        .isEqualTo(
            new Delta<>(List.of("dog"), List.of(new Change<>("bee", "bat")), List.of("cat")));
  }

  @Test
  void eachHasOnePartnerAtMost() {
    assertThat(between(List.of("bee"), List.of("bat", "bug")))
        .isEqualTo(new Delta<>(List.of("bug"), List.of(new Change<>("bee", "bat")), List.of()));
  }

  @Test
  void aChangeBelongsToAPartByItsNewerState() {
    Delta<String> part =
        between(List.of("bee", "cat"), List.of("bat", "dog")).where(word -> word.contains("a"));
    assertThat(part)
        .isEqualTo(new Delta<>(List.of(), List.of(new Change<>("bee", "bat")), List.of("cat")));
  }

  @Property
  void orderAndNumberMakeNoDifference(@ForAll List<String> words) {
    List<String> twice = new ArrayList<>(words.reversed());
    twice.addAll(words);
    assertThat(between(words, twice).isEmpty()).isTrue();
  }

  @Property
  void theOtherWayRoundAppearedAndVanishedAreExchanged(
      @ForAll List<Integer> one, @ForAll List<Integer> other) {
    Delta<Integer> there = Delta.between(one, other, n -> n, (a, b) -> false);
    Delta<Integer> back = Delta.between(other, one, n -> n, (a, b) -> false);
    assertThat(there.appeared()).containsExactlyElementsOf(back.vanished());
    assertThat(there.vanished()).containsExactlyElementsOf(back.appeared());
  }

  private static Delta<String> between(List<String> older, List<String> newer) {
    return Delta.between(
        older,
        newer,
        word -> word.toLowerCase(Locale.ROOT),
        (a, b) -> !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0));
  }
}
