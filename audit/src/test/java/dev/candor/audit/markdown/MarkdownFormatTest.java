package dev.candor.audit.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFormatTest {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
          .build();

  /** Of a report of which nothing is hostile. */
  private static final String PLAIN = written("value");

  @Test
  void itTellsVerdictReasonsSignalsAndHowToRepeatIt() {
    Report report =
        Marked.report()
            .with(
                Shown.nothing().sentence(Form.LOOKALIKE).sent(Shown.ASKING, "base64").observed(),
                Reports.NOON);

    assertThat(written(report))
        .startsWith(
            """
            # Candor: `pkg:npm/%40scope/tool@1.2.3`

            **covert**: the traffic depends on timezone in a way that a reader does not notice

            - timezone shows in look-alike characters, 1.0 bits, but not with ci true
            """)
        .containsSubsequence(
            "| Digest | `sha512:0a1b` |",
            "## Signal: timezone shows in look-alike characters, 1.0 bits, but not with ci true\n",
            "- where: `POST /v1/messages, body /system/0/text`\n",
            "- text: `…The day is written 2026[-]07 there.…`\n",
            "| What stands there | It says |\n| --- | --- |\n",
            "| `/ U+002F SOLIDUS` | `timezone Asia/Tokyo` |\n",
            "## What it told whom about this environment\n",
            "| `api.example.test` | `hostname` | `wrenfield` | `POST /v1/messages, body /id` | `base64` |\n",
            "## Not seen\n",
            "## How to repeat it\n",
            "```text\ncandor audit pkg:npm/%40scope/tool@1.2.3 --seed=7\n```\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<!-- ",
        "[here](https://evil.example)",
        "![](https://evil.example/x.png)",
        "https://evil.example www.evil.example someone@evil.example",
        "@everyone and #1 and GH-1 and owner/repo#2",
        "` `` ``` ~~~",
        "a | b \\| c",
        "***bold*** __x__ ~~y~~",
        "line\n\n# heading\n\n```\n",
        "&lt;b&gt; &#60;",
        ":smile: $x$",
      })
  void markupStaysText(String text) {
    assertThat(acting(written(text))).isSubsetOf(acting(PLAIN));
    assertThat(rows(written(text))).isEqualTo(rows(PLAIN));
  }

  @Property(tries = 150)
  void whateverItIsNothingElseActs(@ForAll("hostile") String text) {
    String written = written(text);

    assertThat(acting(written)).isSubsetOf(acting(PLAIN));
    assertThat(rows(written)).isEqualTo(rows(PLAIN));
    assertThat(written.codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "`",
            "``",
            "|",
            "\\",
            "<b>",
            "[x](y)",
            "@someone",
            "#1",
            "https://a.test",
            "www.a.test",
            "*",
            "_",
            "~~~",
            "\n",
            " ",
            "&amp;",
            "abcdef1",
            "1.",
            "- ",
            "\u202e",
            "\ud800",
            "a");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        pieces.list().ofMaxSize(10).map(all -> String.join("", all)));
  }

  /** GitHub takes 65,536. */
  @Test
  void aMegabyteInEveryFieldFitsIntoAComment() {
    assertThat(written("`|".repeat(1 << 19)).length()).isLessThanOrEqualTo(60_000);
  }

  @Test
  void whatDoesNotFitIsCountedAndHowToRepeatItIsKept() {
    Report report =
        Reports.withTables(
            java.util.stream.IntStream.range(0, 3_000)
                .mapToObj(i -> Reports.table("table-" + i, List.of("entry"), "module"))
                .toArray(dev.candor.core.HiddenTable[]::new));

    assertThat(written(report).length()).isLessThanOrEqualTo(60_000);
    assertThat(written(report))
        .containsPattern(
            "\\*[0-9]+ more lines and blocks did not fit here; the JSON report has all")
        .contains("candor scan pkg:npm/%40scope/tool@1.2.3");
  }

  private static String written(String text) {
    return written(Reports.withStrings(text, text).with(Shown.withStrings(text), Reports.NOON));
  }

  private static String written(Report report) {
    return Reports.written(new MarkdownFormat(), report, ReportOptions.PLAIN);
  }

  /** The kinds of nodes, and what of their text a tracker would make links of. */
  private static Set<String> acting(String markdown) {
    Set<String> found = new TreeSet<>();
    walk(PARSER.parse(markdown), found);
    return found;
  }

  private static final Pattern LINKED =
      Pattern.compile(
          "(?i)@\\w|#[0-9]|https?:|www\\.|\\bGH-[0-9]|\\b[0-9a-f]{7,40}\\b|:[a-z]+:|\\$|~~");

  private static void walk(Node node, Set<String> found) {
    found.add(node.getClass().getSimpleName());
    if (node instanceof Text text) {
      LINKED.matcher(text.getLiteral()).results().forEach(one -> found.add(one.group()));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      walk(child, found);
    }
  }

  private static int rows(String markdown) {
    return rows(PARSER.parse(markdown));
  }

  private static int rows(Node node) {
    int rows = node instanceof TableRow ? 1 : 0;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      rows += rows(child);
    }
    return rows;
  }
}
