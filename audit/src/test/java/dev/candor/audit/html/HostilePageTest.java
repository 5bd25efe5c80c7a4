package dev.candor.audit.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.page.VisibleOutput;
import dev.candor.text.Excerpt;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an artifact says stays text, wherever it stands. */
class HostilePageTest {
  /** Of a page of which nothing is hostile. */
  private static final Document PLAIN = page("value");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "</style><svg onload=alert(1)>",
        "\"><img src=x onerror=alert(1)>",
        "'--><!--<b>",
        "</desc></svg><a href=javascript:alert(1)>x</a>",
        "]]><![CDATA[</pre></code></table></main></body></html>",
        "&lt;b&gt;&#60;script&#62;",
        "${1}$unsafe{2}@if(true)",
      })
  void markupStaysText(String text) {
    Document page = page(text);

    assertThat(elements(page)).isSubsetOf(elements(PLAIN));
    assertThat(attributes(page)).isSubsetOf(attributes(PLAIN));
    assertThat(page.expectFirst("#environments").text()).contains("noted " + text);
    assertThat(page.expectFirst("#code").text()).contains("reads " + text);
  }

  @Test
  void controlsDirectionsAndHalvesOfCharactersAreWrittenOut() {
    String page = Pages.written(report(Reports.HOSTILE));

    assertThat(page.codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> c == 0x2028);
    assertThat(page).contains("\\u{1B}[31m", "\\u{202E}", "\\u{D800}", "\\u{0}");
  }

  @Property(tries = 60)
  void whateverItIsThePageHasNoOtherElementsAndSaysIt(@ForAll("hostile") String text) {
    Document page = page(text);

    assertThat(elements(page)).isSubsetOf(elements(PLAIN));
    assertThat(attributes(page)).isSubsetOf(attributes(PLAIN));
    List<String> notes =
        page.select("h3:contains(Notes) + ul > li").stream().map(Element::wholeText).toList();
    assertThat(notes)
        .containsExactly(
            Excerpt.of("noted " + text, VisibleOutput.LONGEST),
            Excerpt.of("Noted" + text, VisibleOutput.LONGEST));
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "</script>",
            "<!--",
            "-->",
            "<b>",
            "&amp;",
            "javascript:",
            "\u202e",
            "\u0000",
            "\ud800",
            "\r\n",
            "\u2028",
            "=",
            "/",
            "`",
            "${x}",
            "\u200b",
            "a");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        pieces.list().ofMaxSize(12).map(all -> String.join("", all)));
  }

  @Test
  void aMegabyteInEveryFieldIsCutAndItsLengthSaid() {
    String page = Pages.written(report("<".repeat(1 << 20)));

    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(page).contains("(1048576 characters)");
  }

  /** 5 MB, whatever there is of it. */
  @Test
  void hugeListsEndAndSayWhatIsLeftOut() {
    List<String> entries =
        Reports.hosts(20_000).stream().map(host -> host + "\u202e".repeat(40)).toList();
    Report report =
        Reports.withTables(
            Reports.table("t-1", entries, "m"),
            Reports.table("t-2", entries, "m"),
            Reports.table("t-3", entries, "m"));

    String page = Pages.written(report);

    assertThat(page.length()).isLessThan(5_000_000);
    assertThat(Pages.parsed(page).expectFirst("footer").text())
        .containsPattern("This page leaves out [0-9]+ items of its lists");
    assertThat(Pages.parsed(page).expectFirst("#repeat").text()).contains("candor scan");
  }

  private static Document page(String text) {
    return Pages.of(report(text));
  }

  private static Report report(String text) {
    return Reports.withStrings(text, text).with(Shown.withStrings(text), Reports.NOON);
  }

  private static Set<String> elements(Document page) {
    Set<String> names = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      names.add(element.nodeName());
      if (element.childNodes().stream().anyMatch(Comment.class::isInstance)) {
        names.add("a comment");
      }
    }
    return names;
  }

  private static Set<String> attributes(Document page) {
    Set<String> names = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        names.add(element.nodeName() + " " + attribute.getKey());
      }
    }
    return names;
  }
}
