package dev.candor.audit.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {
  private static final Report AUDITED =
      Marked.report().with(Shown.nothing().sentence(Form.LOOKALIKE).observed(), Reports.NOON);

  @Test
  void theFirstScreenHasVerdictSubjectReasonsAndHowItCameAbout() {
    Element header = Pages.of(AUDITED).expectFirst("header");

    assertThat(header.expectFirst("h1").text()).isEqualTo("pkg:npm/%40scope/tool@1.2.3");
    assertThat(header.expectFirst(".verdict").text())
        .startsWith(
            "covert the traffic depends on timezone in a way that a reader does not notice");
    assertThat(header.expectFirst(".reasons").text())
        .contains("timezone shows in look-alike characters, 1.0 bits, but not with ci true");
    assertThat(header.text())
        .contains(
            "sha512:0a1b",
            "candor 1.0, Java 25",
            "2026-11-21 12:00 UTC",
            "6 in 2 environments, seed 7");
  }

  @Test
  void sectionsStandInTheirOrder() {
    assertThat(Pages.of(AUDITED).select("h2").eachText())
        .containsExactly(
            "Signals",
            "The experiment in a picture",
            "Where which fact went",
            "The chain of code",
            "Environments, and what was not seen",
            "How to repeat it");
  }

  @Test
  void eachSymbolStandsBesideWhatItIsAndWhatItSays() {
    List<Element> rows = Pages.of(AUDITED).select("article.signal .codebook tbody tr");

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().child(0).text()).isEqualTo("The day is written 2026/07 there.");
    assertThat(rows.getFirst().child(1).text()).isEqualTo("/ U+002F SOLIDUS");
    assertThat(rows.getFirst().child(2).text()).isEqualTo("timezone Asia/Tokyo");
    assertThat(rows.getLast().child(1).text()).isEqualTo("- U+002D HYPHEN-MINUS");
    assertThat(rows.getLast().child(2).text())
        .isEqualTo("all others, as timezone America/St_Johns");
  }

  @Test
  void aSignalHasItsPlaceGatesCapacityAndCertainty() {
    assertThat(Pages.of(AUDITED).expectFirst("article.signal .facts").text())
        .contains(
            "POST /v1/messages, body /system/0/text",
            "Off with ci true",
            "1.0 bits, with 95 % between 0.5 bits and 1.0 bits",
            "q 0.0050 over all places and factors, in 6 trials; 2 of 2 fresh ones as foretold");
  }

  /** Odd trials are of the base, even ones in Tokyo; the last two are fresh. */
  @Test
  void thePictureHasADotForEachTrialAndSaysSoInWords() {
    Element figure = Pages.of(AUDITED).expectFirst("#experiment figure");

    assertThat(figure.select("circle")).hasSize(4);
    assertThat(figure.select("path")).hasSize(2);
    assertThat(figure.expectFirst("svg").attr("aria-labelledby"))
        .isEqualTo(figure.expectFirst("title").id() + " " + figure.expectFirst("desc").id());
    assertThat(figure.expectFirst("desc").text())
        .containsPattern("timezone Asia/Tokyo, ci [^;]*: / U\\+002F SOLIDUS in 3");
    assertThat(Pages.of(AUDITED).expectFirst("#experiment table").text()).contains("2, 4, 6");
  }

  @Test
  void whatWasToldWhomIsATableOfFactsByDestination() {
    Report report = Reports.audited(Shown.nothing().sent(Shown.ASKING, "base64").observed());
    Element matrix = Pages.of(report).expectFirst("#receipt .matrix");

    assertThat(matrix.select("thead th").eachText()).containsExactly("Fact", "api.example.test");
    assertThat(matrix.select("tbody tr").eachText()).containsExactly("hostname base64");
    assertThat(Pages.of(report).expectFirst("#receipt details table").text())
        .contains("wrenfield", "POST /v1/messages, body /id");
  }

  @Test
  void theChainOfCodeHasItsStepsAndWholeTables() {
    Element code = Pages.of(AUDITED).expectFirst("#code");

    assertThat(code.select(".steps > li")).hasSize(8);
    assertThat(code.select(".steps > li").getFirst().text())
        .isEqualToNormalizingWhitespace(
            "probe at package/cli.js:300-350 zone() reads the time zone by its name");
    assertThat(code.select(".entries").getFirst().select("li")).hasSize(147);
    assertThat(code.select("summary").eachText()).contains("147 entries", "11 entries");
  }

  @Test
  void environmentsAndWhatWasNotSeenAreThere() {
    String text =
        Pages.of(Reports.audited(Shown.withStrings(""))).expectFirst("#environments").text();
    assertThat(text)
        .contains(
            "6 in 2 environments, seed 7",
            "timezone Asia/Tokyo",
            "Seemed to depend, and was not tried again",
            "timezone (plain, value)",
            "Places that vary, and not with the environment",
            "Not seen",
            "Noted");
  }

  @Test
  void itTellsHowToRepeatIt() {
    String page =
        Reports.written(
            new HtmlFormat(),
            AUDITED,
            new ReportOptions(
                false, 80, false, List.of("audit", "npm:@scope/tool", "--budget=40")));
    assertThat(Pages.parsed(page).expectFirst("#repeat").text())
        .contains("candor audit pkg:npm/%40scope/tool@1.2.3 --budget=40 --seed=7");
  }

  @Test
  void aScanAloneSaysThatNothingWasRun() {
    Document page = Pages.of(Reports.full());
    assertThat(page.expectFirst("header").text()).contains("none: the code was read");
    assertThat(page.expectFirst("#signals").text()).contains("No trial was run");
  }

  @Test
  void itNeedsNothingButItself() throws Exception {
    Document page = Pages.of(AUDITED);

    assertThat(page.select("script, link, img, iframe, object, embed, form, base")).isEmpty();
    assertThat(page.select("[src], [style], [srcset]")).isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
    String style = page.expectFirst("style").data();
    assertThat(style).doesNotContain("url(", "@import", "src:");
    String digest =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(digest));
  }

  @Test
  void headingsGoDownStepByStepAndTablesNameTheirHeads() {
    Document page = Pages.of(AUDITED);

    int before = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("table:not(:has(caption))")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }
}
