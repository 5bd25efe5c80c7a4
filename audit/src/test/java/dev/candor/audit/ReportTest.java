package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.difference.DifferenceFormat;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Mechanism;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void aCovertFlowIsCovert() {
    assertThat(Marked.report().verdict()).contains(Verdict.COVERT);
    assertThat(Marked.report().inconclusive()).isFalse();
  }

  @Test
  void tablesProbesEncodersAndExplainedFlowsGiveNoVerdict() {
    StaticFindings full = Reports.full().findings();
    Report report =
        Reports.of(
            new StaticFindings(
                full.tables(),
                full.unreadable(),
                full.rest(),
                full.probes(),
                full.encoders(),
                full.flows().stream().filter(flow -> !flow.covert()).toList(),
                full.notSeen()));

    assertThat(report.verdict()).isEmpty();
    assertThat(report.reasons())
        .containsExactly(
            "2 hidden tables with 3 entries, no covert flow",
            "1 table of digests that cannot be read back",
            "1 explained flow, 1 encoder without a flow, 1 probe of 1 factor",
            "not everything was read: 1 omission");
  }

  @Test
  void theHeadlineOfACovertReportTellsWhatDependsOnWhat() {
    assertThat(Marked.report().reasons())
        .containsExactly(
            "the text of a prompt or request depends on endpoint and timezone in a way that a"
                + " reader does not notice",
            "it shows in the separator or letter case and in look-alike characters",
            "2 hidden tables with 158 entries",
            "4 probes of 4 factors");
  }

  @Test
  void severalCovertFlowsAreCounted() {
    Flow flow = Marked.report().findings().flows().getFirst();
    assertThat(found(List.of(), List.of(), List.of(flow, flow)).reasons())
        .contains(
            "it shows in the separator or letter case and in look-alike characters, by 2 flows");
  }

  @Test
  void neitherProbesNorExplainedFlowsMakeAPartialScanConclusive() {
    StaticFindings full = Reports.full().findings();
    Flow explained = full.flows().getLast();

    assertThat(found(full.probes(), List.of(), List.of(explained)).inconclusive()).isTrue();
    assertThat(found(List.of(), full.encoders(), List.of()).inconclusive()).isFalse();
  }

  @Test
  void theFirstReasonCountsTablesAndEntries() {
    Report report =
        Reports.withTables(
            Reports.table("a", List.of("x", "y"), "m"), Reports.table("b", List.of("z"), "m"));
    assertThat(report.reasons()).containsExactly("2 hidden tables with 3 entries, no covert flow");
  }

  @Test
  void oneIsSaidInTheSingular() {
    assertThat(Reports.withTables(Reports.table("a", List.of("x"), "m")).reasons())
        .containsExactly("1 hidden table with 1 entry, no covert flow");
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(Reports.empty().reasons()).containsExactly("no hidden table, no covert flow");
    assertThat(Reports.empty().inconclusive()).isFalse();
  }

  @Test
  void nothingFoundInWhatWasReadIsInconclusive() {
    Report report =
        Reports.of(
            new StaticFindings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("a large file")));
    assertThat(report.inconclusive()).isTrue();
    assertThat(report.reasons())
        .containsExactly("no hidden table, no covert flow", "not everything was read: 1 omission");
  }

  @Test
  void anExperimentThatDidNotBeginLeavesTheScansVerdict() {
    Report covert = Marked.report().withoutTrial(Reports.NOON);

    assertThat(covert.verdict()).contains(Verdict.COVERT);
    assertThat(covert.reasons()).isEqualTo(Marked.report().reasons());
    assertThat(covert.notSeen())
        .contains("What it sends: the experiment was interrupted before its first trial.");
  }

  @Test
  void whereTheScanFoundNoneThereIsNoneBeforeTheFirstTrial() {
    Report empty = Reports.empty().withoutTrial(Reports.NOON);
    assertThat(empty.verdict()).contains(Verdict.INCONCLUSIVE);
    assertThat(empty.reasons())
        .containsExactly(
            "the experiment was interrupted before its first trial",
            "no hidden table, no covert flow");
    assertThat(empty.observed()).isEmpty();
  }

  @Test
  void aMechanismSaysWhetherTheCodeWasReadAndInHowManyTrialsItWasSeen() {
    Observed observed = Shown.nothing().sentence(Form.FORMAT).observed();
    Report unread =
        Report.unread(Reports.empty().subject(), Reports.empty().engine(), Reports.NOON);

    Established read =
        Reports.audited(observed).mechanism().map(Mechanism::established).orElseThrow();
    assertThat(read).isEqualTo(new Established("candor 1.0", LocalDate.of(2026, 11, 21), true, 6));
    assertThat(unread.with(observed, Reports.NOON).mechanism().map(Mechanism::established))
        .contains(new Established("candor 1.0", LocalDate.of(2026, 11, 21), false, 6));
  }

  private static Report found(List<Probe> probes, List<Encoder> encoders, List<Flow> flows) {
    return Reports.of(
        new StaticFindings(
            List.of(), List.of(), List.of(), probes, encoders, flows, List.of("a large file")));
  }

  @Test
  void aFindingIsConclusiveEvenIfNotEverythingWasRead() {
    assertThat(Reports.full().inconclusive()).isFalse();
  }

  @Test
  void reasonsQuoteNothingFromTheArtifact() {
    assertThat(String.join("", Reports.hostile().reasons())).doesNotContain(Reports.HOSTILE);
  }

  @Test
  void formatsAreFoundByName() {
    assertThat(Format.names(ReportFormat.class)).contains("json", "sarif", "terminal").isSorted();
    assertThat(Format.names(ReportFormat.class))
        .allSatisfy(name ->
            assertThat(Format.named(ReportFormat.class, name).orElseThrow().name())
                .isEqualTo(name));
    assertThat(Format.named(ReportFormat.class, "tea")).isEmpty();
    assertThat(Format.names(DifferenceFormat.class)).containsExactly("json", "terminal");
  }
}
