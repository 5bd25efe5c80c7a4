package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import org.junit.jupiter.api.Test;

class FlowSectionTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void theFirstScreenNamesTheMechanism() {
    assertThat(text(Marked.report(), ReportOptions.PLAIN))
        .startsWith(
            """
            covert: the text of a prompt or request depends on endpoint and timezone in a
            way that a reader does not notice
            it shows in the separator or letter case and in look-alike characters
            2 hidden tables with 158 entries
            4 probes of 4 factors
              in         pkg:npm/%40scope/tool@1.2.3 sha512:0a1b

            CANDOR-S003  covert flow  flow-\
            """);
    assertThat(text(Marked.report(), ReportOptions.PLAIN).lines().limit(24))
        .contains(
            "  depends on endpoint (lookalike), timezone (format)",
            "  lookalike  ' U+0027 APOSTROPHE",
            "             \u2019 U+2019 RIGHT SINGLE QUOTATION MARK",
            "             \u02bc U+02BC MODIFIER LETTER APOSTROPHE",
            "             \u02b9 U+02B9 MODIFIER LETTER PRIME",
            "  format     - U+002D HYPHEN-MINUS",
            "             / U+002F SOLIDUS",
            "  reads      endpoint: process.env.TOOL_BASE_URL",
            "               equal or dot-suffix table-hosts (147 entries)",
            "               substring table-words (11 entries)",
            "             timezone: Intl.DateTimeFormat().resolvedOptions().timeZone",
            "               equal \"Asia/Shanghai\", \"Asia/Urumqi\"",
            "  gated by   cloud",
            "  confidence followed: each step follows by the language's own rules");
  }

  @Test
  void stepsAreNumberedAndShowTheirLines() {
    assertThat(text(Marked.report(), ReportOptions.PLAIN))
        .contains(
            """
              6 encoder at package/cli.js:4242-4300
                    if (a)
                      return b;
                picks one of four
              7 text at package/cli.js:4500-4550
            """);
  }

  @Test
  void anExplainedFlowSaysWhyAndShowsItsStepsOnlyWhenAskedFor() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .contains("explained flow  flow-", "explained  said value", "--all shows its 3 steps")
        .containsOnlyOnce("1 probe at package/cli.js:10-30");
    assertThat(text(Reports.full(), ALL))
        .doesNotContain("--all shows its")
        .containsPattern("(?s)1 probe at .*1 probe at ");
  }

  private static String text(Report report, ReportOptions options) {
    return Reports.written(new TerminalFormat(), report, options);
  }
}
