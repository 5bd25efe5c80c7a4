package dev.candor.audit.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvHistoryTest {
  @Test
  void eachVersionIsALine() {
    List<String> lines = written(Histories.of("AaP")).lines().toList();

    assertThat(lines)
        .hasSize(4)
        .startsWith(
            "package,version,published,deprecated,known,state,mechanism,sha512",
            "pkg:npm/%40scope/tool,1.0.0,2026-11-21T12:00:00Z,no,seen,absent,,0a1b",
            "pkg:npm/%40scope/tool,1.0.1,2026-11-22T12:00:00Z,no,between,absent,,");
    assertThat(lines.getLast()).contains(",seen,present,mechanism-");
  }

  /** RFC 4180 ends lines so. */
  @Test
  void linesEndAsTheStandardSays() {
    assertThat(written(Histories.of("A"))).endsWith("\r\n").doesNotContain("\n\n");
  }

  @Test
  void nothingThatAPublisherWroteIsACell() {
    String csv = written(Histories.withStrings("=HYPERLINK(1)"));

    assertThat(csv).doesNotContain("HYPERLINK").contains(",yes,no,,,");
  }

  private static String written(History history) {
    return Reports.written(new CsvHistory(), history, ReportOptions.PLAIN);
  }
}
