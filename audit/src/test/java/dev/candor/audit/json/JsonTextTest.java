package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.terminal.TerminalText;
import dev.candor.audit.text.TextReport;
import dev.candor.text.odd.Examination;
import dev.candor.text.odd.TextFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonTextTest {
  /** MODIFIER LETTER APOSTROPHE; two tags that spell "hi"; dates with two separators. */
  private static final String MARKED =
      "It is\nToday\u02bcs date\udb40\udc68\udb40\udc69, 2026-07-01 or 2026/07/02";

  @Test
  void tellsWhatAndWhere() {
    JsonNode json = parsed(MARKED);

    assertThat(json.at("/schema").asString()).isEqualTo("candor/text/v1");
    assertThat(json.at("/file/encoding").asString()).isEqualTo("utf-8");
    assertThat(json.at("/odd").asBoolean()).isTrue();
    assertThat(json.at("/totals/findings").asInt()).isEqualTo(2);
    assertThat(json.at("/totals/notes").asInt()).isEqualTo(1);
    assertThat(json.at("/byRule/apostrophe").asInt()).isEqualTo(1);
    JsonNode finding = json.at("/findings/0");
    assertThat(finding.at("/rule").asString()).isEqualTo("apostrophe");
    assertThat(finding.at("/kind").asString()).isEqualTo("lookalike");
    assertThat(finding.at("/offset").asInt()).isEqualTo(11);
    assertThat(finding.at("/line").asInt()).isEqualTo(2);
    assertThat(finding.at("/column").asInt()).isEqualTo(6);
    assertThat(finding.at("/characters/0/codePoint").asString()).isEqualTo("U+02BC");
    assertThat(finding.at("/characters/0/name").asString()).isEqualTo("MODIFIER LETTER APOSTROPHE");
    assertThat(finding.at("/usual").asString()).isEqualTo("'");
    assertThat(finding.at("/before").asString()).isEqualTo("Today");
    assertThat(json.at("/findings/1/spells").asString()).isEqualTo("hi");
    assertThat(json.at("/notes/0/rule").asString()).isEqualTo("mixed-dates");
  }

  @ParameterizedTest
  @ValueSource(strings = {MARKED, "", "plain", "a\u200bb", "\u001b[2K x\u2028y"})
  void satisfiesThePublishedSchema(String text) {
    assertThat(Schemas.violations("text", written(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schema", "file", "odd", "totals", "byRule", "findings", "notes", "engine"})
  void theSchemaMissesWhatIsMissing(String member) {
    ObjectNode json = (ObjectNode) parsed(MARKED);
    json.remove(member);
    assertThat(Schemas.violations("text", json.toString())).isNotEmpty();
  }

  @Property(tries = 100)
  void anyTextIsReportedWithoutActingOnATerminal(@ForAll String any) {
    String text = "\u202e" + any.replace("\u0000", "").replaceAll("\\p{Cs}", "") + "\u001b[2K";
    assertThat(written(text).codePoints()).allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7f);
    assertThat(Schemas.violations("text", written(text))).isEmpty();
    String page = Reports.written(new TerminalText(), report(text), ReportOptions.PLAIN);
    assertThat(page.codePoints())
        .noneMatch(c -> c != '\n' && c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x202e);
  }

  @Test
  void longRunsAreShownInBrief() {
    String text = "x" + "\u200b".repeat(100_000) + "y" + " a\u200bb".repeat(5_000);
    assertThat(parsed(text).at("/totals/findings").asInt()).isEqualTo(5_001);
    assertThat(written(text)).hasSizeLessThan(2_000_000);
    assertThat(Reports.written(new TerminalText(), report(text), ReportOptions.PLAIN))
        .hasSizeLessThan(3_000)
        .contains("5001 odd places", "4001 more places");
  }

  private static TextReport report(String text) {
    TextFile file = TextFile.of(text.getBytes(StandardCharsets.UTF_8), "a.txt");
    return new TextReport(
        Examination.of(file), new Engine("0.1.0", "25"), Instant.parse("2026-11-21T12:00:00Z"));
  }

  private static String written(String text) {
    return Reports.written(new JsonText(), report(text), ReportOptions.PLAIN);
  }

  private static JsonNode parsed(String text) {
    return JsonMapper.shared().readTree(written(text));
  }
}
