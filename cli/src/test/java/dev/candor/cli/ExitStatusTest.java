package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.core.Confidence;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import dev.candor.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  private static final HiddenTable TABLE =
      new HiddenTable(
          "t",
          List.of("hex"),
          List.of("x"),
          1,
          new Recovery.Searched(),
          List.of(new Location("m", 0, 1)),
          List.of());

  @ParameterizedTest
  @CsvSource({"COVERT, 1", "OPAQUE, 0", "CANDID, 0", "INCONCLUSIVE, 3"})
  void aVerdictDecides(Verdict verdict, int status) {
    assertThat(ExitStatus.of(report(Optional.of(verdict), List.of(), List.of()))).isEqualTo(status);
  }

  @Test
  void aScanThatReadEverythingEndsWithZero() {
    assertThat(ExitStatus.of(report(Optional.empty(), List.of(), List.of()))).isZero();
  }

  @Test
  void aHiddenTableIsAFindingAndNoVerdict() {
    assertThat(ExitStatus.of(report(Optional.empty(), List.of(TABLE), List.of("left out"))))
        .isZero();
  }

  @Test
  void aScanThatFoundACovertFlowEndsWithOne() {
    Flow flow = flow(Optional.empty());
    assertThat(ExitStatus.of(scan(List.of(flow), List.of("left out")))).isEqualTo(1);
  }

  @Test
  void anExplainedFlowIsNoFinding() {
    Flow flow = flow(Optional.of("the locale's own separator"));
    assertThat(ExitStatus.of(scan(List.of(flow), List.of()))).isZero();
    assertThat(ExitStatus.of(scan(List.of(flow), List.of("left out")))).isEqualTo(3);
  }

  @Test
  void nothingFoundInPartOfAPackageIsInconclusive() {
    assertThat(ExitStatus.of(report(Optional.empty(), List.of(), List.of("left out"))))
        .isEqualTo(3);
  }

  private static Flow flow(Optional<String> explained) {
    return new Flow(
        List.of("locale"),
        List.of(),
        List.of(),
        List.of(new Step(Step.Kind.REQUEST, new Location("m", 0, 1), "", "")),
        Confidence.FOLLOWED,
        explained);
  }

  private static Report scan(List<Flow> flows, List<String> notSeen) {
    return Report.ofScan(
        new Subject("pkg:generic/x", Optional.empty()),
        List.of(),
        new StaticFindings(List.of(), List.of(), List.of(), List.of(), List.of(), flows, notSeen),
        List.of(),
        new Engine("1", "25"),
        Instant.EPOCH);
  }

  private static Report report(
      Optional<Verdict> verdict, List<HiddenTable> tables, List<String> notSeen) {
    return new Report(
        new Subject("pkg:generic/x", Optional.empty()),
        List.of(),
        verdict,
        List.of("a reason"),
        new StaticFindings(tables, List.of(), List.of(), List.of(), List.of(), List.of(), notSeen),
        Optional.empty(),
        List.of(),
        new Engine("1", "25"),
        Instant.EPOCH);
  }
}
