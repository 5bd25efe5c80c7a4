package dev.candor.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RepeatingTest {
  private static final Report COVERT =
      Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed());
  private static final Report CANDID = Reports.audited(Shown.nothing().observed());

  @Test
  void theSameConclusionsAgree() {
    Repetition same = repeated(COVERT, COVERT);

    assertThat(same.held()).hasSize(1);
    assertThat(same.flaws()).isEmpty();
    assertThat(same.notes()).isEmpty();
  }

  @Test
  void anotherVerdictAndASignalThatIsGoneAreTold() {
    assertThat(repeated(COVERT, CANDID).flaws())
        .extracting(Flaw::place)
        .containsExactly("report /verdict", "report /observed/signals/0");
    assertThat(repeated(COVERT, CANDID).flaws().getFirst().what())
        .startsWith("a repetition with the same seed says candid: ");
  }

  @Test
  void aSignalMoreIsTold() {
    Report more =
        Reports.audited(
            Shown.nothing().sentence(Form.FORMAT).signal(Form.ORDER, Shown.ASKING).observed());

    assertThat(repeated(COVERT, more).flaws())
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.place()).isEqualTo("report /observed/signals");
          assertThat(flaw.what()).startsWith("the report does not show it: timezone shows in");
        });
  }

  /** As with a digest in telemetry for which one of two audits had no trials left. */
  @Test
  void whatOnlySeemedToDependContradictsNothing() {
    Report confirmed =
        Reports.audited(
            Shown.nothing().sentence(Form.FORMAT).signal(Form.PRESENCE, Shown.ASKING).observed());
    Report seemed =
        Reports.audited(
            Shown.nothing()
                .sentence(Form.FORMAT)
                .unconfirmed(Form.PRESENCE, 1, 2, 3, 4)
                .observed());

    for (Repetition repeated : List.of(repeated(confirmed, seemed), repeated(seemed, confirmed))) {
      assertThat(repeated.flaws()).isEmpty();
      assertThat(repeated.open()).isEmpty();
      assertThat(repeated.notes()).singleElement().asString().contains("only seemed to depend");
    }
  }

  @Test
  void whatAReaderWouldNotNoticeIsLeftOpenThen() {
    Report confirmed =
        Reports.audited(
            Shown.nothing().sentence(Form.FORMAT).signal(Form.ORDER, Shown.ASKING).observed());
    Report seemed =
        Reports.audited(
            Shown.nothing().sentence(Form.FORMAT).unconfirmed(Form.ORDER, 1, 2, 3, 4).observed());

    Repetition repeated = repeated(confirmed, seemed);

    assertThat(repeated.flaws()).isEmpty();
    assertThat(repeated.held()).isEmpty();
    assertThat(repeated.open()).hasSize(1);
  }

  /** A doubt about the tool's runs is none about the report. */
  @Test
  void anInconclusiveRepetitionDecidesNothing() {
    Report doubtful = Reports.audited(Shown.nothing().doubt("It crashed.").observed());

    Repetition repeated = repeated(COVERT, doubtful);

    assertThat(repeated.flaws()).isEmpty();
    assertThat(repeated.open()).singleElement().asString().contains("inconclusive", "It crashed.");
    assertThat(repeated(doubtful, doubtful).held()).hasSize(1);
    assertThat(repeated(doubtful, COVERT).flaws()).isNotEmpty();
  }

  @Test
  void anotherSymbolIsTold() {
    assertThat(changed("\"symbol\":\"/\"", "\"symbol\":\"+\"").flaws())
        .containsExactly(
            new Flaw("report /observed/signals/0/codebook", "a repetition has other symbols"));
  }

  @Test
  void aLevelWithAnotherSymbolIsTold() {
    assertThat(
            changed(
                    "{\"timezone\":[\"Asia/Tokyo\"]},\"symbol\":\"/\"",
                    "{\"timezone\":[\"Asia/Seoul\"]},\"symbol\":\"/\"")
                .flaws())
        .isEmpty();
    assertThat(
            changed(
                    "[\"Asia/Tokyo\"]},\"symbol\":\"/\"",
                    "[\"Asia/Seoul\",\"America/St_Johns\"]},\"symbol\":\"/\"")
                .flaws())
        .containsExactly(
            new Flaw(
                "report /observed/signals/0/codebook",
                "a repetition has another symbol for some of the levels of one line"));
  }

  @Test
  void aScanThatFindsOtherThingsIsTold() {
    Report other =
        Report.ofScan(
            Good.scanned().subject(),
            Good.scanned().parts(),
            Reports.empty().findings(),
            Good.scanned().notes(),
            Good.ENGINE,
            Reports.NOON);

    assertThat(repeated(Good.scanned(), Good.scanned()).flaws()).isEmpty();
    assertThat(repeated(Good.scanned(), other).flaws())
        .extracting(Flaw::place)
        .containsExactly("report /verdict", "report /static");
  }

  /** The covert report, and one whose JSON reads otherwise. */
  private static Repetition changed(String part, String instead) {
    String text = Good.json(COVERT).toString();
    assertThat(text).contains(part);
    JsonNode json = JsonMapper.shared().readTree(text.replace(part, instead));
    return Repeating.of(reported(Good.json(COVERT)), new Rebuilding(new At("", json)).expected());
  }

  private static Repetition repeated(Report report, Report again) {
    return Repeating.of(reported(Good.json(report)), again);
  }

  private static Reported reported(ObjectNode json) {
    return new Reported(json, Good.ENGINE);
  }
}
