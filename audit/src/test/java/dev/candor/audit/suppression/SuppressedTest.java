package dev.candor.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Fingerprint;
import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.html.HtmlFormat;
import dev.candor.audit.json.JsonFormat;
import dev.candor.audit.markdown.MarkdownFormat;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.sarif.SarifFormat;
import dev.candor.audit.suppression.Suppressed.Status;
import dev.candor.audit.terminal.TerminalFormat;
import dev.candor.core.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SuppressedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Observed COVERT =
      Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed();
  private static final Report AUDITED = Reports.audited(COVERT);
  private static final String SIGNAL = Fingerprint.of(COVERT.signals().getFirst().signal());
  private static final String FLOW = Fingerprint.of(Marked.report().findings().flows().getFirst());

  private static Suppression of(String rule, String fingerprint, Optional<String> path) {
    return new Suppression(rule, fingerprint, path, "Known", Optional.of(TODAY), "A. Rook");
  }

  private static Suppression signal() {
    return of("CANDOR-T003", SIGNAL, Optional.empty());
  }

  private static Suppression flow() {
    return of("CANDOR-S003", FLOW, Optional.empty());
  }

  private static Report reviewed(Report report, Suppression... all) {
    return report.with(new Suppressions(List.of(all), TODAY));
  }

  private static List<Status> statuses(Report report) {
    return report.suppressed().orElseThrow().entries().stream()
        .map(Suppressed.Entry::status)
        .toList();
  }

  private static Optional<Verdict> deciding(Report report) {
    return report.suppressed().orElseThrow().deciding(report);
  }

  @Test
  void theVerdictStaysAndWhatIsLeftDecides() {
    Report report = reviewed(AUDITED, signal());

    assertThat(report.verdict()).contains(Verdict.COVERT);
    assertThat(report.reasons()).isEqualTo(AUDITED.reasons());
    assertThat(report.observed()).isEqualTo(AUDITED.observed());
    assertThat(statuses(report)).containsExactly(Status.APPLIED);
    assertThat(deciding(report)).contains(Verdict.CANDID);
  }

  @Test
  void aScanWithoutItsCovertFlowHasNoVerdictThatDecides() {
    Report report = reviewed(Marked.report(), flow());

    assertThat(report.verdict()).contains(Verdict.COVERT);
    assertThat(deciding(report)).isEmpty();
  }

  @Test
  void oneOfTwoDoesNotDo() {
    Report both =
        Reports.audited(
            Shown.nothing()
                .signal(Form.FORMAT, Shown.ASKING)
                .signal(Form.LOOKALIKE, Shown.ASKING)
                .observed());

    assertThat(deciding(reviewed(both, signal()))).contains(Verdict.COVERT);
  }

  @Test
  void aFlowThatIsLeftPutsTheRestInDoubt() {
    Report report = Marked.report().with(COVERT, Reports.NOON);

    assertThat(deciding(reviewed(report, signal()))).contains(Verdict.INCONCLUSIVE);
    assertThat(deciding(reviewed(report, flow()))).contains(Verdict.COVERT);
    assertThat(deciding(reviewed(report, signal(), flow()))).contains(Verdict.CANDID);
  }

  @Test
  void anExperimentThatNeverBeganStaysInconclusive() {
    Report report = reviewed(Marked.report().withoutTrial(Reports.NOON), flow());

    assertThat(report.verdict()).contains(Verdict.COVERT);
    assertThat(deciding(report)).contains(Verdict.INCONCLUSIVE);
  }

  @Test
  void theLastDayCountsAndTheNextDoesNot() {
    assertThat(statuses(AUDITED.with(new Suppressions(List.of(signal()), TODAY))))
        .containsExactly(Status.APPLIED);

    Report later = AUDITED.with(new Suppressions(List.of(signal()), TODAY.plusDays(1)));
    assertThat(statuses(later)).containsExactly(Status.EXPIRED);
    assertThat(deciding(later)).contains(Verdict.COVERT);
    assertThat(later.suppressed().orElseThrow().findings()).isZero();
    assertThat(later.suppressed().orElseThrow().complaints())
        .containsExactly(
            "The suppression of CANDOR-T003 %s has expired on 2026-11-22, and suppresses nothing: review it."
                .formatted(SIGNAL));
  }

  @Test
  void neverHasNoLastDay() {
    Suppression always =
        new Suppression(
            "CANDOR-T003", SIGNAL, Optional.empty(), "Known", Optional.empty(), "A. Rook");

    assertThat(statuses(AUDITED.with(new Suppressions(List.of(always), LocalDate.MAX))))
        .containsExactly(Status.APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "CANDOR-T001, FINGERPRINT, ",
    "CANDOR-T003, signal-000000000000, ",
    "CANDOR-T003, FINGERPRINT, **",
  })
  void whatMatchesNothingIsTold(String rule, String fingerprint, String path) {
    Report report =
        reviewed(
            AUDITED,
            of(rule, fingerprint.replace("FINGERPRINT", SIGNAL), Optional.ofNullable(path)));

    assertThat(statuses(report)).containsExactly(Status.UNMATCHED);
    assertThat(deciding(report)).contains(Verdict.COVERT);
    assertThat(report.suppressed().orElseThrow().complaints())
        .singleElement()
        .asString()
        .endsWith("matches no finding; take it out of the file.");
  }

  @ParameterizedTest
  @CsvSource({
    "package/cli.js, true",
    "package/*, true",
    "package/**, true",
    "**, true",
    "package, false",
    "*, false",
    "package/other.js, false",
    "package/*/cli.js, false",
  })
  void aPathIsThatOfTheModule(String path, boolean fits) {
    Report report = reviewed(Marked.report(), of("CANDOR-S003", FLOW, Optional.of(path)));

    assertThat(statuses(report)).containsExactly(fits ? Status.APPLIED : Status.UNMATCHED);
  }

  @Test
  void sarifMarksWhatIsSuppressedAndWhatIsNot() {
    JsonNode results =
        JsonMapper.shared()
            .readTree(
                Reports.written(
                    new SarifFormat(), reviewed(Marked.report(), flow()), ReportOptions.PLAIN))
            .at("/runs/0/results");

    int marked = 0;
    for (JsonNode result : results) {
      assertThat(result.path("suppressions").isArray()).isTrue();
      if (result.path("ruleId").asString().equals("CANDOR-S003")) {
        marked++;
        assertThat(result.at("/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(result.at("/suppressions/0/status").asString()).isEqualTo("accepted");
        assertThat(result.at("/suppressions/0/justification").asString())
            .isEqualTo("Known (A. Rook, until 2026-11-22)");
      } else {
        assertThat(result.path("suppressions")).isEmpty();
      }
    }
    assertThat(marked).isEqualTo(1);
    assertThat(results.size()).isGreaterThan(1);
  }

  @Test
  void withoutAFileSarifSaysNothingOfSuppressions() {
    assertThat(Reports.written(new SarifFormat(), Marked.report(), ReportOptions.PLAIN))
        .doesNotContain("suppressions");
  }

  @Test
  void jsonHasEveryEntryWithItsStatus() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                Reports.written(
                    new JsonFormat(),
                    reviewed(
                        AUDITED,
                        signal(),
                        of("CANDOR-S001", "table-000000000000", Optional.of("a"))),
                    ReportOptions.PLAIN));

    assertThat(json.at("/verdict").asString()).isEqualTo("covert");
    assertThat(json.at("/observed/signals").size()).isEqualTo(1);
    assertThat(json.at("/suppressions/0/status").asString()).isEqualTo("applied");
    assertThat(json.at("/suppressions/0/expires").asString()).isEqualTo("2026-11-22");
    assertThat(json.at("/suppressions/1/status").asString()).isEqualTo("unmatched");
    assertThat(json.at("/suppressions/1/path").asString()).isEqualTo("a");
  }

  @Test
  void peopleAreToldOnTheFirstScreen() {
    Report report = reviewed(AUDITED, signal());

    assertThat(Reports.written(new TerminalFormat(), report, ReportOptions.PLAIN))
        .startsWith("covert: the traffic depends on timezone")
        .containsSubsequence(
            "the verdict stands, and what makes it is suppressed: the exit status is that of",
            "candid",
            "suppressed 1 finding suppressed",
            "Suppressed findings\n  - CANDOR-T003 " + SIGNAL + ": Known (A. Rook, until");
    for (String text :
        List.of(
            Reports.written(new MarkdownFormat(), report, ReportOptions.PLAIN),
            Reports.written(new HtmlFormat(), report, ReportOptions.PLAIN))) {
      assertThat(text)
          .contains("the verdict stands, and what makes it is suppressed")
          .contains("1 finding suppressed")
          .contains("CANDOR-T003 " + SIGNAL + ": Known");
    }
  }

  @Test
  void whatAReviewerWritesStaysText() {
    Report report =
        reviewed(
            AUDITED,
            new Suppression(
                "CANDOR-T003",
                SIGNAL,
                Optional.empty(),
                Reports.HOSTILE,
                Optional.empty(),
                "<b>" + Reports.HOSTILE));

    assertThat(Reports.written(new HtmlFormat(), report, ReportOptions.PLAIN))
        .doesNotContain("<b>\\u");
    for (String text :
        List.of(
            Reports.written(new TerminalFormat(), report, ReportOptions.PLAIN),
            Reports.written(new MarkdownFormat(), report, ReportOptions.PLAIN),
            Reports.written(new SarifFormat(), report, ReportOptions.PLAIN))) {
      assertThat(text.codePoints())
          .noneMatch(c -> c != '\n' && Character.isISOControl(c))
          .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    }
  }
}
