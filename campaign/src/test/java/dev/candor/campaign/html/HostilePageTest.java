package dev.candor.campaign.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Campaign;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log says stays text, wherever it stands. */
class HostilePageTest {
  private static final Document PLAIN = Jsoup.parse(page("value"));

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
    Document page = Jsoup.parse(page(text));

    assertThat(elements(page)).isEqualTo(elements(PLAIN));
    assertThat(attributes(page)).isEqualTo(attributes(PLAIN));
    assertThat(page.expectFirst(".members").text()).contains(text + "u0", "shares " + text);
    assertThat(page.expectFirst("#notes").text()).contains(text);
    assertThat(page.expectFirst("#repeat").text()).contains(text);
  }

  @Test
  void controlsDirectionsAndHalvesOfCharactersAreWrittenOut() {
    String page = page("\u001b[31m\u202e\ud800\u0000\u2028");

    assertThat(page.codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> c == 0x2028);
    assertThat(page).contains("\\u{1B}[31m", "\\u{202E}", "\\u{D800}", "\\u{0}");
  }

  @Property(tries = 40)
  void whateverItIsThePageHasNoOtherElements(@ForAll("hostile") String text) {
    Document page = Jsoup.parse(page(text));

    assertThat(elements(page)).isEqualTo(elements(PLAIN));
    assertThat(attributes(page)).isEqualTo(attributes(PLAIN));
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

  /** No log has such names; the page would bear them. */
  @Test
  void namesOfAMegabyteAreCutAndTheirLengthSaid() {
    String page = page("<".repeat(1 << 20));

    assertThat(page.length()).isLessThan(4_000_000);
    assertThat(page).contains("characters)");
  }

  /**
   * Twenty campaigns with the longest names that a log can have, each character of them written
   * out.
   */
  @Test
  void aPageFullOfTheWorstNamesEnds() {
    String text = "\u202e".repeat(250);
    List<Campaign> campaigns =
        IntStream.rangeClosed(1, 3_000)
            .mapToObj(i -> Found.campaign(i, i <= 20 ? 400 : 8, text))
            .toList();
    String page = Found.page(Found.findings(campaigns, text), text);

    assertThat(page.length()).isLessThan(6_000_000);
    assertThat(Jsoup.parse(page).expectFirst("footer").text())
        .containsPattern("This page leaves out [0-9,]+ items of its lists");
    assertThat(Jsoup.parse(page).expectFirst("#repeat").text()).contains("candor campaigns");
  }

  private static String page(String text) {
    return Found.page(
        Found.findings(List.of(Found.campaign(1, 30, text), Found.campaign(2, 8, text)), text),
        text);
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
