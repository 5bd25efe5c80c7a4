package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.StaticFindings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void aScanGivesNoVerdict() {
    assertThat(Reports.full().verdict()).isEmpty();
  }

  @Test
  void theFirstReasonCountsTablesAndEntries() {
    Report report =
        Reports.withTables(
            Reports.table("a", List.of("x", "y"), "m"), Reports.table("b", List.of("z"), "m"));
    assertThat(report.reasons()).containsExactly("2 hidden tables with 3 entries");
  }

  @Test
  void oneIsSaidInTheSingular() {
    assertThat(Reports.withTables(Reports.table("a", List.of("x"), "m")).reasons())
        .containsExactly("1 hidden table with 1 entry");
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(Reports.empty().reasons()).containsExactly("no hidden table");
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
        .containsExactly("no hidden table", "not everything was read: 1 omission");
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
    assertThat(ReportFormat.names()).contains("json", "sarif", "terminal").isSorted();
    assertThat(ReportFormat.names())
        .allSatisfy(
            name -> assertThat(ReportFormat.named(name).orElseThrow().name()).isEqualTo(name));
    assertThat(ReportFormat.named("tea")).isEmpty();
  }
}
