package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComputedTest {
  @Test
  void aNameThatAFunctionGivesVeilsASmallModule() {
    assertThat(new Computed(50, 0, 1).isVeiled()).isTrue();
  }

  /** As in the first 10 MB of {@code cli.js} of claude-code 2.1.91. */
  @Test
  void twoOfThemAreNothingInABundle() {
    assertThat(new Computed(212_357, 1326, 2).isVeiled()).isFalse();
  }

  @Test
  void anObfuscatedPartVeilsABundle() {
    assertThat(new Computed(212_357, 1326, 300).isVeiled()).isTrue();
  }

  @Test
  void namesThatAreStringsForTheMostPartVeil() {
    assertThat(new Computed(100, 60, 0).isVeiled()).isTrue();
    assertThat(new Computed(100, 20, 0).isVeiled()).isFalse();
  }
}
