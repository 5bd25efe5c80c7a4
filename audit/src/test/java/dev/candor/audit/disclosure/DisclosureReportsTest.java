package dev.candor.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Format;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.html.HtmlFormat;
import dev.candor.audit.markdown.MarkdownFormat;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.terminal.TerminalDisclosureCheck;
import dev.candor.audit.terminal.TerminalFormat;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read of a disclosure. */
class DisclosureReportsTest {
  private static final List<String> FIRST = Declared.STATEMENTS.subList(0, 1);

  private static String written(Format<Report> format, List<String> statements) {
    return Reports.written(
        format, Declared.audited().with(Declared.of(statements)), ReportOptions.PLAIN);
  }

  @Test
  void theTerminalSaysItOnTheFirstScreenBesideTheSignalAndInASection() {
    assertThat(written(new TerminalFormat(), FIRST))
        .startsWith("covert: ")
        .containsSubsequence(
            "disclosure the vendor's disclosure does not cover 2 of 3 things that were",
            "Signal: timezone shows in the separator",
            "disclosure disclosed by statement 1; a reader of the traffic does not",
            "Held against the vendor's disclosure\n",
            "Seen, and not disclosed\n",
            "- hostname goes to api.example.test (POST /log, body /id), plain: not",
            "Statements\n",
            "- 1: timezone, ci to the endpoint, POST /v1/messages, prompt (format): seen, 1\n");
  }

  @Test
  void markdownSaysTheSame() {
    assertThat(written(new MarkdownFormat(), FIRST))
        .containsSubsequence(
            "| Disclosure | ",
            "- disclosure: disclosed by statement 1; ",
            "## Held against the vendor's disclosure\n",
            "### Seen, and not disclosed\n",
            "hostname goes to api.example.test",
            "### Statements\n");
  }

  @Test
  void thePageSaysTheSame() {
    Document page = Jsoup.parse(written(new HtmlFormat(), FIRST));

    assertThat(page.expectFirst("header dl").text())
        .contains("Disclosure the vendor's disclosure does not cover 2 of 3 things");
    assertThat(page.expectFirst("#signals").text()).contains("Disclosure disclosed by statement 1");
    assertThat(page.expectFirst("#disclosure").text())
        .contains("Seen, and not disclosed", "hostname goes to", "Statements");
    assertThat(page.select("nav a[href=#disclosure]")).hasSize(1);
  }

  @Test
  void aReportThatIsHeldAgainstNothingSaysNothingOfIt() {
    for (String name : Format.names(ReportFormat.class)) {
      Format<Report> format = Format.named(ReportFormat.class, name).orElseThrow();
      assertThat(Reports.written(format, Declared.audited(), ReportOptions.PLAIN))
          .doesNotContainIgnoringCase("disclos");
    }
  }

  @Test
  void aStatementOfWhichNothingWasSeenIsCalledNotSeenAndNoFault() {
    String statement =
        "  - {facts: locale, to: cdn.example.test, place: target, as: plain, purpose: Fonts.}\n";
    for (String text :
        List.of(
            written(new TerminalFormat(), List.of(statement)),
            written(new MarkdownFormat(), List.of(statement)),
            written(new HtmlFormat(), List.of(statement)))) {
      assertThat(text).contains("not seen").contains("of which nothing was seen is no fault");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "[here](https://evil.example)", "| a ` b"})
  void whatAVendorWritesStaysText(String text) {
    String vendor =
        Declared.file(Declared.STATEMENTS).replace("vendor: Heron", "vendor: '" + text + "'");
    Report report = Declared.audited().with(DisclosureFile.parse("d.yaml", vendor));

    assertThat(Reports.written(new HtmlFormat(), report, ReportOptions.PLAIN))
        .doesNotContain("<script>");
    assertThat(
            Reports.written(new MarkdownFormat(), report, ReportOptions.PLAIN)
                .replaceAll("(?s)(`+)(?!`).+?(?<!`)\\1(?!`)", ""))
        .doesNotContain("<script>", "[here]");
  }

  @Test
  void nothingOfAReportActsOnATerminal() {
    Report report =
        Reports.hostile()
            .with(Shown.withStrings(Reports.HOSTILE), Reports.NOON)
            .with(
                DisclosureFile.parse(
                    "d.yaml",
                    Declared.file(Declared.STATEMENTS)
                        .replace("vendor: Heron", "vendor: \"\\u202e\\e[31m\"")));
    String text =
        Reports.written(
            new TerminalDisclosureCheck(),
            new DisclosureCheck(
                Reports.HOSTILE,
                report.subject(),
                report.verdict(),
                report.disclosed().orElseThrow(),
                List.of(Reports.HOSTILE),
                new Engine("1.0", "25"),
                Reports.NOON),
            new ReportOptions(true, 80, false));

    assertThat(text.codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
    assertThat(text).contains("\\u{202E}\\u{1B}[31m");
  }
}
