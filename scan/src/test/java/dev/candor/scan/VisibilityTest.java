package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibilityTest {
  private static final List<String> HOSTS =
      List.of("registry.example.test", "gateway.example.org", "mirror.example.net");

  @Test
  void whatStandsInTheSourceIsVisible() {
    assertThat(
            Visibility.isVisible(HOSTS, "var a='registry.example.test,gateway.example.org,mirror"))
        .isTrue();
  }

  @Test
  void splittingJoiningAndChangingCaseHideNothing() {
    assertThat(
            Visibility.isVisible(
                HOSTS, "['REGISTRY','GATEWAY','MIRROR'].map(a=>a.toLowerCase()+'.example.test')"))
        .isTrue();
  }

  @Test
  void whatIsStoredEncodedIsNotVisible() {
    assertThat(
            Visibility.isVisible(
                HOSTS,
                "var s='cmVnaXN0cnkuZXhhbXBsZS50ZXN0LGdhdGV3YXkuZXhhbXBsZS5vcmc=';atob(s).split(',')"))
        .isFalse();
  }

  /** Seven of twenty triples are the most that a hidden table may share with the source. */
  @Test
  void thirtyFiveOfAHundredTriplesMayStandInTheSourceByChance() {
    // "abcdefghijklmnopqrstuv" has 20 triples; so many letters from its start hold two fewer.
    List<String> entry = List.of("abcdefghijklmnopqrstuv");
    assertThat(Visibility.isVisible(entry, "abcdefghi")).isFalse();
    assertThat(Visibility.isVisible(entry, "abcdefghij")).isTrue();
  }
}
