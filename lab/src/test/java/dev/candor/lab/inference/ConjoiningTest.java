package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What needs two factors at once. */
class ConjoiningTest {
  /** 2 and 2 levels, 4 of 24 trials marked: 2^(2+2+1) / C(24, 4) = 32 / 10626. */
  @Test
  void theBoundCountsPairsOfClassesAndDeals() {
    int[] one = cycle(24, 0, 1);
    int[] other = cycle(24, 0, 0, 1, 1);

    assertThat(Permutation.conjoining(one, other, marked(24, 4)))
        .isCloseTo(32.0 / 10626, within(1e-12));
  }

  /** 3 and 2 levels: 2^(3+2+1) / C(24, 4) = 64 / 10626. */
  @Test
  void eachLevelMoreDoublesIt() {
    assertThat(Permutation.conjoining(cycle(24, 0, 1, 2), cycle(24, 0, 0, 0, 1), marked(24, 4)))
        .isCloseTo(64.0 / 10626, within(1e-12));
  }

  /** 2^5 / C(8, 1) is more than 1. */
  @Test
  void itIsNeverMoreThanCertain() {
    assertThat(Permutation.conjoining(cycle(8, 0, 1), cycle(8, 0, 0, 1, 1), marked(8, 1)))
        .isEqualTo(1);
  }

  @Test
  void moreThanTwoSymbolsAreNoConjunction() {
    int[] symbols = cycle(24, 0, 1, 2);

    assertThat(Permutation.conjoining(cycle(24, 0, 1), cycle(24, 0, 0, 1, 1), symbols)).isZero();
    assertThat(Permutation.isConjunction(cycle(24, 0, 1), cycle(24, 0, 0, 1, 1), symbols))
        .isFalse();
  }

  @Test
  void aMarkWhereBothLevelsMeetIsAConjunction() {
    int[] one = {0, 0, 1, 1, 0, 1};
    int[] other = {0, 1, 0, 1, 0, 1};

    assertThat(Permutation.isConjunction(one, other, new int[] {0, 0, 0, 1, 0, 1})).isTrue();
    // The other way about, the mark is what stands everywhere else.
    assertThat(Permutation.isConjunction(one, other, new int[] {1, 1, 1, 0, 1, 0})).isTrue();
  }

  @Test
  void aMarkThatOneOfTheTwoMakesIsOneOnlyAsItsOpposite() {
    int[] one = {0, 0, 1, 1};
    int[] other = {0, 1, 0, 1};

    // Either of them: the unmarked trial is where neither is.
    assertThat(Permutation.isConjunction(one, other, new int[] {0, 1, 1, 1})).isTrue();
    // One of them and not both: no pair of classes has just those.
    assertThat(Permutation.isConjunction(one, other, new int[] {0, 1, 1, 0})).isFalse();
  }

  @Test
  void aTrialInBothClassesWithoutTheMarkContradicts() {
    int[] one = {0, 1, 1, 1};
    int[] other = {0, 0, 1, 1};

    assertThat(Permutation.isConjunction(one, other, new int[] {0, 0, 1, 0})).isFalse();
  }

  /** All deals of two marks over eight trials, and of three. */
  @Test
  void theBoundHoldsForAllDealsThatThereAre() {
    int[] one = {0, 0, 0, 0, 0, 1, 1, 2};
    int[] other = {0, 0, 0, 1, 1, 0, 1, 1};
    for (int marks = 1; marks <= 4; marks++) {
      int deals = 0;
      int conjunctions = 0;
      for (int deal = 0; deal < 1 << one.length; deal++) {
        if (Integer.bitCount(deal) == marks) {
          int[] symbols = new int[one.length];
          for (int i = 0; i < symbols.length; i++) {
            symbols[i] = deal >> i & 1;
          }
          deals++;
          conjunctions += Permutation.isConjunction(one, other, symbols) ? 1 : 0;
        }
      }
      assertThat(conjunctions / (double) deals)
          .isLessThanOrEqualTo(Permutation.conjoining(one, other, marked(8, marks)));
    }
  }

  /** Each of four levels of six trials has one symbol: 4 levels of 6, 6 marked, 4 / C(24, 6). */
  @Test
  void determiningCountsTheWaysToGiveLevelsSymbols() {
    assertThat(Permutation.determining(cycle(24, 0, 1, 2, 3), marked(24, 6)))
        .isCloseTo(4.0 / 134_596, within(1e-12));
  }

  /** Of three symbols the most frequent one is counted against both others: 2 / C(4, 2). */
  @Test
  void determiningCountsTheMostFrequentSymbolAgainstAllOthers() {
    assertThat(Permutation.determining(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
        .isCloseTo(2.0 / 6, within(1e-12));
  }

  private static int[] cycle(int length, int... of) {
    int[] all = new int[length];
    Arrays.setAll(all, i -> of[i % of.length]);
    return all;
  }

  private static int[] marked(int length, int marks) {
    int[] all = new int[length];
    Arrays.fill(all, 0, marks, 1);
    return all;
  }
}
