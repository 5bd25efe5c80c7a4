package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTest {
  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(Rule.all()).extracting(Rule::id).doesNotHaveDuplicates().isSorted().isNotEmpty();
    assertThat(Rule.all()).allSatisfy(rule -> assertThat(rule.id()).matches("CANDOR-S\\d{3}"));
  }

  @Test
  void everyRuleHasAPageThatAnswersTheReadersQuestions() {
    assertThat(Rule.all())
        .allSatisfy(rule ->
            assertThat(rule.page())
                .startsWith("# " + rule.id() + ": " + rule.title())
                .contains(
                    "## Why it matters",
                    "## How it is found",
                    "## Innocent look-alikes",
                    "## What to do",
                    "## Limits"));
  }

  @Test
  void findingsNameFurtherPlaces() {
    assertThat(
            Rule.all().stream().flatMap(rule -> rule.findings(Reports.full().findings()).stream()))
        .extracting(Finding::fingerprint)
        .containsExactly("t-searched", "t-decoded", "u-1");
  }
}
