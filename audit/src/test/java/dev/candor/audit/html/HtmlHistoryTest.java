package dev.candor.audit.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.PublishedVersion;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.track.Entry;
import dev.candor.audit.track.Histories;
import dev.candor.audit.track.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlHistoryTest {
  @Test
  void theFirstScreenTellsWhenItCameAndWent() {
    Element header = page(Histories.of("AaAPpPA")).expectFirst("header");

    assertThat(header.expectFirst("h1").text()).isEqualTo("pkg:npm/%40scope/tool");
    assertThat(header.expectFirst(".verdict.covert").text())
        .isEqualTo("present a covert flow in 1.0.3 to 1.0.5");
    assertThat(header.expectFirst("dl").text())
        .contains("first 1.0.3 (2026-11-24 12:00 UTC); not yet in 1.0.2", "gone in 1.0.6");
  }

  @Test
  void thePictureHasADotForEachVersionThatWasLookedAt() {
    Element figure = page(Histories.of("AaAPpPA")).expectFirst("#timeline figure");

    assertThat(figure.select("circle")).hasSize(5);
    assertThat(figure.select("circle.present title").eachText())
        .containsExactly(
            "1.0.3 (2026-11-24 12:00 UTC): present", "1.0.5 (2026-11-26 12:00 UTC): present");
    assertThat(figure.select("line.stretch")).hasSize(3);
    assertThat(figure.expectFirst("desc").text())
        .isEqualTo("1.0.0 to 1.0.2 absent; 1.0.3 to 1.0.5 present; 1.0.6 absent");
  }

  /** Where it is drawn must follow from which it is: first left, last right, in order. */
  @Test
  void versionsStandFromLeftToRight() {
    List<HistoryChart.Dot> dots = HistoryChart.of(Histories.of("APAPA")).dots();

    assertThat(dots).extracting(HistoryChart.Dot::x).isSorted().doesNotHaveDuplicates();
    assertThat(dots.getFirst().x()).isGreaterThanOrEqualTo(HistoryChart.LABEL);
    assertThat(dots.getLast().x()).isLessThan(HistoryChart.WIDTH);
    assertThat(dots.get(0).y()).isEqualTo(dots.get(2).y()).isNotEqualTo(dots.get(1).y());
  }

  /** The second was published again, long after those that follow it. */
  @Test
  void monthsAreNamedInTheirOrder() {
    List<String> days = List.of("2026-01-05", "2026-08-21", "2026-02-03", "2026-03-01");
    History history = Histories.of("AAAA");
    List<Entry> dated = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      Entry entry = history.entries().get(i);
      dated.add(
          new Entry(
              new PublishedVersion(
                  entry.version().version(),
                  Optional.of(Instant.parse(days.get(i) + "T00:00:00Z")),
                  true,
                  Optional.empty(),
                  Optional.empty()),
              entry.sight()));
    }
    HistoryChart chart =
        HistoryChart.of(
            new History(
                history.range(),
                dated,
                history.plan(),
                true,
                List.of(),
                List.of(),
                history.engine(),
                history.created()));

    assertThat(chart.ticks())
        .extracting(HistoryChart.Tick::month)
        .containsExactly("2026-01", "2026-02");
  }

  @Test
  void thePageNeedsNothingButItself() {
    Document page = page(Histories.withStrings(Reports.HOSTILE));

    assertThat(page.select("script, link, img, iframe, object, embed")).isEmpty();
    assertThat(page.select("[href], [src]")).isEmpty();
    assertThat(page.expectFirst("meta[http-equiv]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-");
  }

  @Test
  void hostileTextIsInert() {
    String html = written(Histories.withStrings(Reports.HOSTILE));

    assertThat(html).doesNotContain("</script>").contains("\\u{1B}");
    assertThat(html.codePoints())
        .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e));
  }

  @Test
  void eachVersionHasARow() {
    assertThat(page(Histories.of("AaPx")).select("#versions tbody tr").eachText())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1.0.0 2026-11-21 12:00 UTC absent"),
            second ->
                assertThat(second).isEqualTo("1.0.1 2026-11-22 12:00 UTC absent, as around it"),
            third -> assertThat(third).contains("present mechanism-"),
            fourth -> assertThat(fourth).endsWith("not looked at"));
  }

  private static Document page(History history) {
    return Pages.parsed(written(history));
  }

  private static String written(History history) {
    return Reports.written(new HtmlHistory(), history, new ReportOptions(true, 80, false));
  }
}
