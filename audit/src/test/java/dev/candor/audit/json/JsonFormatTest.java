package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void holdsEveryMember() {
    JsonNode json = parsed(Reports.full(), ALL);

    assertThat(json.at("/schema").asString()).isEqualTo("candor/report/v1");
    assertThat(json.at("/subject/purl").asString()).isEqualTo("pkg:generic/tool");
    assertThat(json.at("/subject").has("digest")).isFalse();
    assertThat(json.at("/parts/0/digest/sha256").asString()).isEqualTo("ff");
    assertThat(json.at("/reasons/2").asString()).isEqualTo("2 hidden tables with 3 entries");
    assertThat(json.at("/notSeen/0").asString()).isEqualTo("left out value");
    assertThat(json.at("/notes/0").asString()).isEqualTo("noted value");
    assertThat(json.at("/engine/name").asString()).isEqualTo("candor");
    assertThat(json.at("/created").asString()).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void tellsATableWithItsPlacesAndUses() {
    JsonNode table = parsed(Reports.full(), ALL).at("/static/tables/0");

    assertThat(table.at("/id").asString()).isEqualTo("t-searched");
    assertThat(table.at("/encoding/0").asString()).isEqualTo("base64");
    assertThat(table.at("/encoding/1").asString()).isEqualTo("xor:91");
    assertThat(table.at("/entries/1").asString()).isEqualTo("second");
    // 3.0625 to three places, half to even.
    assertThat(table.at("/score").asDouble()).isEqualTo(3.062);
    assertThat(table.at("/recovery/by").asString()).isEqualTo("search");
    assertThat(table.at("/location/start").asLong()).isEqualTo(100);
    assertThat(table.at("/places/1/end").asLong()).isEqualTo(600);
    assertThat(table.at("/uses/0/module").asString()).isEqualTo("package/cli.js");
  }

  @Test
  void tellsWhichDecoderWasEvaluated() {
    JsonNode recovery = parsed(Reports.full(), ALL).at("/static/tables/1/recovery");

    assertThat(recovery.at("/by").asString()).isEqualTo("evaluation");
    assertThat(recovery.at("/decoder/end").asLong()).isEqualTo(5);
    assertThat(recovery.at("/expression").asString()).isEqualTo("f(value)");
  }

  @Test
  void theRestIsThereOnlyWhenAskedFor() {
    assertThat(parsed(Reports.full(), ReportOptions.PLAIN).at("/static").has("rest")).isFalse();
    assertThat(parsed(Reports.full(), ALL).at("/static/rest/0/id").asString()).isEqualTo("t-rest");
  }

  @Test
  void aScanAloneIsCovertOrHasNoVerdict() {
    assertThat(parsed(Reports.full(), ALL).at("/verdict").asString()).isEqualTo("covert");
    assertThat(parsed(Reports.empty(), ALL).has("verdict")).isFalse();
  }

  @Test
  void tellsAProbeWithItsComparisons() {
    JsonNode probe = parsed(Reports.full(), ALL).at("/static/probes/0");

    assertThat(probe.at("/factor").asString()).isEqualTo("timezone");
    assertThat(probe.at("/reads").asString()).isEqualTo("Zone.value");
    assertThat(probe.at("/compares/0/match").asString()).isEqualTo("equal");
    assertThat(probe.at("/compares/0/values/1").asString()).isEqualTo("other");
    assertThat(probe.at("/compares/0").has("table")).isFalse();
    assertThat(probe.at("/compares/1/table").asString()).isEqualTo("t-decoded");
    assertThat(probe.at("/compares/1/location/end").asLong()).isEqualTo(30);
    assertThat(probe.at("/location/start").asLong()).isEqualTo(10);
    assertThat(probe.at("/places/0/module").asString()).isEqualTo("package/cli.js");
  }

  @Test
  void tellsAnEncoderWithItsAlternatives() {
    JsonNode encoders = parsed(Reports.full(), ALL).at("/static/encoders");

    assertThat(encoders.at("/0/id").asString()).startsWith("encoder-");
    assertThat(encoders.at("/0/form").asString()).isEqualTo("format");
    assertThat(encoders.at("/0/alternatives/1").asString()).isEqualTo("/");
    assertThat(encoders.at("/0/factors/0").asString()).isEqualTo("timezone");
    assertThat(encoders.at("/1/form").asString()).isEqualTo("invisible");
    assertThat(encoders.at("/1/factors").size()).isZero();
    assertThat(encoders.at("/1/location/start").asLong()).isEqualTo(40);
  }

  @Test
  void tellsAFlowWithItsSteps() {
    JsonNode flow = parsed(Reports.full(), ALL).at("/static/flows/0");

    assertThat(flow.at("/id").asString()).startsWith("flow-");
    assertThat(flow.at("/covert").asBoolean()).isTrue();
    assertThat(flow.has("explained")).isFalse();
    assertThat(flow.at("/factors/0").asString()).isEqualTo("timezone");
    assertThat(flow.at("/gates/0").asString()).isEqualTo("cloud");
    assertThat(flow.at("/encoders/0/alternatives/1").asString()).isEqualTo("/value");
    assertThat(flow.at("/steps").size()).isEqualTo(3);
    assertThat(flow.at("/steps/0/kind").asString()).isEqualTo("probe");
    assertThat(flow.at("/steps/0/location/end").asLong()).isEqualTo(30);
    assertThat(flow.at("/steps/0/snippet").asString()).isEqualTo("zone(\n  value)");
    assertThat(flow.at("/steps/0/why").asString()).isEqualTo("reads value");
    assertThat(flow.at("/confidence").asString()).isEqualTo("assumed");
  }

  @Test
  void anExplainedFlowSaysWhy() {
    JsonNode flow = parsed(Reports.full(), ALL).at("/static/flows/1");

    assertThat(flow.at("/covert").asBoolean()).isFalse();
    assertThat(flow.at("/explained").asString()).isEqualTo("said value");
  }

  @Test
  void aVerdictIsWrittenInLowerCase() {
    Report scan = Reports.full();
    Report audit =
        new Report(
            scan.subject(),
            scan.parts(),
            Optional.of(Verdict.COVERT),
            scan.reasons(),
            scan.findings(),
            Optional.empty(),
            scan.notes(),
            scan.engine(),
            scan.created());
    assertThat(parsed(audit, ALL).at("/verdict").asString()).isEqualTo("covert");
    assertThat(violations(audit, ALL)).isEmpty();
  }

  @Test
  void satisfiesThePublishedSchema() {
    assertThat(violations(Reports.empty(), ReportOptions.PLAIN)).isEmpty();
    assertThat(violations(Reports.full(), ALL)).isEmpty();
    assertThat(violations(Reports.hostile(), ALL)).isEmpty();
    assertThat(violations(Reports.empty().withoutTrial(Reports.NOON), ALL)).isEmpty();
  }

  @Test
  void theSchemaRefusesAReportWithoutSubject() {
    assertThat(schema().validate("{\"schema\": \"candor/report/v1\"}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theSameReportIsWrittenTheSameWay() {
    assertThat(text(Reports.full(), ALL)).isEqualTo(text(Reports.full(), ALL)).endsWith("}\n");
  }

  @Test
  void hostileTextIsInertAndComesBackWhole() {
    String text = text(Reports.hostile(), ALL);

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(text).doesNotContain("<", ">", "&", "'").contains("\\u202E", "\\uD800");
    assertThat(JsonMapper.shared().readTree(text).at("/static/tables/0/entries/0").asString())
        .isEqualTo(Reports.HOSTILE);
  }

  @Property(tries = 200)
  void anyTextComesBackWhole(@ForAll String any) {
    Report report = Reports.withTables(Reports.table("t", List.of(any), "m"));
    assertThat(parsed(report, ALL).at("/static/tables/0/entries/0").asString()).isEqualTo(any);
  }

  private static JsonNode parsed(Report report, ReportOptions options) {
    return JsonMapper.shared().readTree(text(report, options));
  }

  private static String text(Report report, ReportOptions options) {
    return Reports.written(new JsonFormat(), report, options);
  }

  private static List<Error> violations(Report report, ReportOptions options) {
    return schema().validate(text(report, options), InputFormat.JSON);
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonFormat.class.getResourceAsStream("report-v1.schema.json"));
  }
}
