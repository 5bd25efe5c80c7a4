package dev.candor.audit.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.json.JsonFormat;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  /** A small one. */
  static final String SMALL =
      """
      {"schema": "candor/report/v1",
       "subject": {"purl": "pkg:npm/tool@1", "digest": {"sha512": "0a"}},
       "verdict": "covert", "reasons": ["r"],
       "observed": {"tool": "tool", "trials": 9,
        "environments": [{"trial": 1, "levels": {"git-branch": "main"}}],
        "signals": [{"factors": ["timezone"], "gates": {"ci": ["github"]}, "form": "format",
         "carrier": {"request": "POST /a", "where": "body /x"}, "bits": 1.5}],
        "receipt": [{"fact": "git-branch", "value": "main", "destination": "the endpoint",
         "request": "POST /a", "where": "body /x", "rendering": "plain"}],
        "unreadable": [{"destination": "h", "request": "POST /b", "why": "binary data"}]}}
      """;

  @TempDir private Path temp;

  @Test
  void whatAnAuditWroteIsReadAsItWas() {
    Report report =
        Reports.full()
            .with(
                Shown.nothing()
                    .signal(Form.FORMAT, Shown.ASKING)
                    .signal(Form.PRESENCE, Shown.ASKING)
                    .sent(Shown.ASKING, "sha256 in hex")
                    .unreadable("POST /blob")
                    .observed(),
                Reports.NOON);
    Column written = Column.of(report);

    Column read = parse(Reports.written(new JsonFormat(), report, ReportOptions.PLAIN));

    assertThat(read.heading()).isEqualTo(written.heading());
    assertThat(read.unopen()).isEqualTo(written.unopen());
    assertThat(read.told()).isEqualTo(written.told());
    assertThat(read.unreadable()).isEqualTo(written.unreadable());
  }

  @Test
  void textThatActsOnItsReaderIsReadToo() {
    Report report = Reports.hostile().with(Shown.withStrings(Reports.HOSTILE), Reports.NOON);

    Column read = parse(Reports.written(new JsonFormat(), report, ReportOptions.PLAIN));

    assertThat(read.told()).isEqualTo(Column.of(report).told());
  }

  @Test
  void theOrderOfMembersDoesNotMatter() {
    Column column =
        parse(
            SMALL
                .replace("{\"schema\": \"candor/report/v1\",", "{")
                .replaceFirst("}}\\s*$", "}, \"schema\": \"candor/report/v1\"}"));

    assertThat(column.told().getFirst().only()).contains("main");
    assertThat(column.unopen().getFirst().gates()).containsKey("ci");
    assertThat(column.heading().trials()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "candor/report/v1 | candor/report/v2 | line 1, /schema: this Candor compares reports of the schema candor/report/v1 only; audit the tool again with it.",
        "\"schema\": \"candor/report/v1\", | | at its top: the member schema is missing",
        "pkg:npm/tool@1 | tool | a package URL is missing",
        "\"verdict\": \"covert\", | | the member verdict is missing",
        "covert | fine | line 3, /verdict: this Candor knows no such verdict",
        "\"observed\" | \"seen\" | nothing was run for it. Write a report with candor audit PACKAGE --json FILE, not with candor scan.",
        "\"format\" | \"odour\" | /observed/signals/0: this Candor knows no such form",
        "[\"timezone\"] | [] | a signal without factors",
        "[\"github\"] | [] | a gate without levels",
        "[\"github\"] | 7 | /observed/signals/0/gates/ci: not a list",
        "1.5 | -1 | /observed/signals/0/bits: not a number from 0 to a million",
        "1.5 | 1e999 | not a number from 0 to a million",
        "\"trials\": 9 | \"trials\": -9 | /observed/trials: no number of things",
        "\"trials\": 9 | \"trials\": 1e3 | /observed/trials: not a whole number",
        "\"value\": \"main\" | \"value\": \"0000\" | a value that cannot be told from chance",
        "\"value\": \"main\", | | the member value is missing",
        "\"fact\": \"git-branch\" | \"fact\": 1 | /observed/receipt/0/fact: not a text",
        "{\"git-branch\": \"main\"} | [] | /observed/environments/0/levels: not an object",
        "\"why\" | \"how\" | the member why is missing",
      })
  void whatIsWrongIsToldWithItsPlace(String part, String instead, String message) {
    assertThat(SMALL).contains(part);
    String broken =
        SMALL.replaceFirst(java.util.regex.Pattern.quote(part), instead == null ? "" : instead);

    assertThatThrownBy(() -> parse(broken))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("r.json, line ")
        .hasMessageContaining(message)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "\"x\"",
        "null",
        "{",
        "{\"schema\"",
        "{\"a\":tru",
        "<html>",
        "{} {}"
      })
  void whatIsNoReportIsRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("r.json, line 1, ")
        .hasMessageContaining("candor audit PACKAGE --json FILE");
  }

  @Test
  void somethingBehindTheReportIsRefused() {
    assertThatThrownBy(() -> parse(SMALL + "{}")).hasMessageContaining("something follows");
  }

  @Test
  void depthIsBoundedAlsoInWhatIsPassedOver() {
    assertThatThrownBy(() -> parse("{\"static\":" + "[".repeat(5_000)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger or deeper than a report is");
  }

  /** Of two verdicts one reader takes the first and another the last. */
  @Test
  void aMemberThatIsNamedTwiceIsRefused() {
    refuses(
        "{\"verdict\": \"covert\", \"verdict\": \"candid\"}",
        "a member is named twice in one object");
  }

  @Test
  void elementsAreBounded() {
    refuses("{\"reasons\":[" + "\"\",".repeat(20_000) + "\"\"]}", "more than 20,000 elements");
  }

  @Test
  void textsAndNamesAreBounded() {
    String longest = "x".repeat(4096);
    assertThat(parse(SMALL.replace("\"r\"", '"' + longest + '"')).heading().reasons())
        .containsExactly(longest);
    refuses("{\"reasons\":[\"" + longest + "x\"]}", "a text of more than 4,096 characters");
    refuses("{\"" + longest + "x\":1}", "a name of more than 4,096 characters");
  }

  /** Texts of 36 million characters. */
  @Test
  void whatIsKeptIsBounded() {
    String reason = '"' + "x".repeat(4000) + "\",";

    refuses("{\"reasons\":[" + reason.repeat(9_000) + "\"\"]}", "more text than a report has");
  }

  @Test
  void levelsAreBounded() {
    StringBuilder levels =
        new StringBuilder("{\"observed\":{\"environments\":[{\"levels\":{\"a\":\"\"}}");
    for (int i = 0; i < 20_000; i++) {
      levels.append(",{\"levels\":{\"a\":\"").append(i).append("\"}}");
    }

    refuses(levels + "]}}", "more than 20,000 levels");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ReportFile.read(temp.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.json cannot be read")
        .hasMessageContaining("check path and permissions");
  }

  @Test
  void aFolderIsNoReport() throws IOException {
    assertThatThrownBy(() -> ReportFile.read(temp))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
  }

  private static void refuses(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("r.json, line 1, ")
        .hasMessageContaining(why);
  }

  private static Column parse(String text) {
    return ReportFile.parse("r.json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
