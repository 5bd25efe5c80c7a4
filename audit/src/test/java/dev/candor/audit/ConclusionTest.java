package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule of each verdict. */
class ConclusionTest {
  private static final String TELEMETRY = "POST /events";

  @Test
  void whereNothingDependsOnTheEnvironmentItIsCandid() {
    Conclusion conclusion = unread(Shown.nothing().observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.CANDID);
    assertThat(conclusion.reasons())
        .containsExactly(
            "whatever was seen to depend on the environment can be read in the traffic, in 6 trials");
  }

  @ParameterizedTest
  @EnumSource(names = {"FORMAT", "LOOKALIKE", "INVISIBLE", "ORDER", "NUMERIC", "WORDING"})
  void aSignalThatNobodyNoticesIsCovertWhateverTheRequest(Form form) {
    Conclusion conclusion = unread(Shown.nothing().signal(form, TELEMETRY).observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.COVERT);
    assertThat(conclusion.reasons().getFirst())
        .isEqualTo("the traffic depends on timezone in a way that a reader does not notice");
    assertThat(conclusion.reasons()).contains("seen in 6 trials, and again in fresh ones");
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "LOCALISED", "PRESENCE"})
  void aSignalThatCanBeReadIsForReview(Form form) {
    Conclusion conclusion = unread(Shown.nothing().signal(form, Shown.ASKING).observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.CANDID);
    assertThat(conclusion.reasons()).contains("1 difference that can be read there, for review");
  }

  @Test
  void aValueThatNobodyCanReadIsOpaqueWhereAModelIsAsked() {
    assertThat(unread(Shown.nothing().signal(Form.OPAQUE, Shown.ASKING).observed()).verdict())
        .isEqualTo(Verdict.OPAQUE);
    assertThat(
            unread(Shown.nothing().signal(Form.OPAQUE, Shown.ASKING + " #2").observed()).verdict())
        .isEqualTo(Verdict.OPAQUE);
  }

  @Test
  void elsewhereAValueThatNobodyCanReadIsForReview() {
    Conclusion conclusion = unread(Shown.nothing().signal(Form.OPAQUE, TELEMETRY).observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.CANDID);
    assertThat(conclusion.reasons())
        .containsExactly(
            "whatever was seen to depend on the environment where a model is asked can be read"
                + " there, in 6 trials",
            "elsewhere, for review: timezone shows in a value that nobody can read, 1.0 bits");
  }

  @Test
  void aDigestOfAFactIsOpaqueWhereAModelIsAsked() {
    Conclusion conclusion = unread(Shown.nothing().sent(Shown.ASKING, "sha256 in hex").observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.OPAQUE);
    assertThat(conclusion.reasons())
        .containsExactly(
            "it sends what nobody can read",
            "hostname goes to api.example.test as sha256 in hex (POST /v1/messages, body /id)");
    assertThat(unread(Shown.nothing().sent(TELEMETRY, "sha256 in hex").observed()).verdict())
        .isEqualTo(Verdict.CANDID);
  }

  @Test
  void aFactThatCanBeHadFromItsRenderingIsNotOpaque() {
    assertThat(unread(Shown.nothing().sent(Shown.ASKING, "plain").observed()).verdict())
        .isEqualTo(Verdict.CANDID);
    assertThat(unread(Shown.nothing().sent(Shown.ASKING, "base64").observed()).verdict())
        .isEqualTo(Verdict.CANDID);
  }

  @Test
  void aWholeBodyThatNobodyCanReadIsOpaqueWhateverTheRequest() {
    Conclusion conclusion = unread(Shown.nothing().unreadable(TELEMETRY).observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.OPAQUE);
    assertThat(conclusion.reasons())
        .contains("2 bodies of POST /events to host: binary data, up to 999 bytes");
  }

  @Test
  void aDoubtKeepsItFromBeingCandidOrOpaque() {
    Conclusion conclusion =
        unread(Shown.nothing().unreadable(TELEMETRY).doubt("It was stopped.").observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(conclusion.reasons())
        .containsExactly("what was seen does not show what the tool does", "It was stopped.");
  }

  @Test
  void aCovertSignalDecidesWhateverIsInDoubt() {
    Observed observed =
        Shown.nothing()
            .signal(Form.FORMAT, Shown.ASKING)
            .unreadable(TELEMETRY)
            .doubt("It was stopped.")
            .observed();

    assertThat(unread(observed).verdict()).isEqualTo(Verdict.COVERT);
  }

  @Test
  void aCovertFlowInTheCodeThatNoTrialShowedIsInconclusive() {
    Conclusion conclusion = Conclusion.of(Marked.report().findings(), Shown.nothing().observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(conclusion.reasons())
        .contains(
            "By its code the text of a prompt or request depends on endpoint and timezone in a way"
                + " that a reader does not notice; no trial showed it.");
  }

  @Test
  void aCovertFlowThatTrialsShowedIsCovert() {
    Observed observed = Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed();

    assertThat(Conclusion.of(Marked.report().findings(), observed).verdict())
        .isEqualTo(Verdict.COVERT);
  }

  @Test
  void whatSeemedToDependAndWasNotTriedAgainIsInconclusive() {
    Conclusion conclusion = unread(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 3, 4).observed());

    assertThat(conclusion.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(conclusion.reasons())
        .contains(
            "1 place seemed to depend on the environment, and no trials were left to see it again.");
  }

  /** Trial 5 was run for something else: it has the place, and the base's level. */
  @Test
  void freshTrialsThatDidNotVaryItsFactorLeaveItOpen() {
    assertThat(unread(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 3, 4, 5).observed()).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatSeemedToDependAndDidNotDoSoAgainIsNothing() {
    assertThat(unread(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 5, 6).observed()).verdict())
        .isEqualTo(Verdict.CANDID);
  }

  @Test
  void whatCanBeReadNeedsNoSecondLook() {
    assertThat(unread(Shown.nothing().unconfirmed(Form.PRESENCE, 1, 2).observed()).verdict())
        .isEqualTo(Verdict.CANDID);
  }

  @Test
  void theReportTakesTheVerdictOfTheExperiment() {
    Report scanned = Marked.report();
    Report audited = scanned.with(Shown.nothing().observed(), Reports.NOON);

    assertThat(scanned.verdict()).contains(Verdict.COVERT);
    assertThat(audited.verdict()).contains(Verdict.INCONCLUSIVE);
    assertThat(audited.notSeen()).contains("Not seen");
    assertThat(audited.notes()).contains("Noted");
  }

  private static Conclusion unread(Observed observed) {
    return Conclusion.of(Reports.empty().findings(), observed);
  }
}
