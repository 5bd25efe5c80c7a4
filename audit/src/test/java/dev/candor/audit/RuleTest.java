package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.rule.CovertFlowRule;
import dev.candor.audit.rule.EncoderRule;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class RuleTest {
  @Test
  void everyRuleHasAnIdOfItsOwn() {
    assertThat(Rule.all()).extracting(Rule::id).doesNotHaveDuplicates().isSorted().isNotEmpty();
    assertThat(Rule.all()).allSatisfy(rule -> assertThat(rule.id()).matches("CANDOR-[ST]\\d{3}"));
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
  void messagesTellLookAlikesApart() {
    assertThat(new CovertFlowRule().findings(Marked.report().findings()))
        .extracting(Finding::message)
        .containsExactly(
            "The text of a prompt or request depends on endpoint and timezone in a way that a"
                + " reader does not notice. In look-alike characters: ' U+0027 APOSTROPHE; \u2019"
                + " U+2019 RIGHT SINGLE QUOTATION MARK; \u02bc U+02BC MODIFIER LETTER APOSTROPHE;"
                + " \u02b9 U+02B9 MODIFIER LETTER PRIME. In the separator or letter case: -"
                + " U+002D HYPHEN-MINUS; / U+002F SOLIDUS.");
    assertThat(new EncoderRule().findings(Reports.full().findings()))
        .extracting(Finding::message)
        .containsExactly(
            "The code picks between 2 renderings that differ in characters without ink. They"
                + " begin: \"\" nothing; \"value\".");
  }

  @Test
  void findingsNameFurtherPlaces() {
    assertThat(
            StaticRule.loaded()
                .sorted(Comparator.comparing(Rule::id))
                .flatMap(rule -> rule.findings(Reports.full().findings()).stream()))
        .extracting(Finding::fingerprint)
        .containsExactly(
            "t-searched",
            "t-decoded",
            "u-1",
            Fingerprint.of(Reports.full().findings().flows().getFirst()),
            Fingerprint.of(Reports.full().findings().encoders().getLast()));
  }
}
