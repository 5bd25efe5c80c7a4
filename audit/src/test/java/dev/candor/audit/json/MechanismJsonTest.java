package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Digest;
import dev.candor.core.Form;
import dev.candor.core.Match;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.MechanismWriter;
import dev.candor.text.mechanism.Mechanisms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code mechanisms} of a report. */
class MechanismJsonTest {
  private static final String SHA_512 = "0a1b".repeat(32);

  @Test
  void aReportHoldsWhatTheFileHolds() {
    Report report = Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed());
    JsonNode mechanisms = parsed(report).at("/mechanisms");

    assertThat(mechanisms.size()).isEqualTo(1);
    Mechanism told = MechanismFile.parse("report", mechanisms.get(0).toString());
    assertThat(told).isEqualTo(report.mechanism().orElseThrow());
    assertThat(MechanismWriter.text(told))
        .isEqualTo(MechanismWriter.text(report.mechanism().orElseThrow()));
  }

  @Test
  void tellsTheTrialsOfTheAuditAndItsDay() {
    JsonNode one =
        parsed(Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed()))
            .at("/mechanisms/0");

    assertThat(one.at("/name").asString()).isEqualTo("tool-marks");
    assertThat(one.at("/package").asString()).isEqualTo("pkg:npm/%40scope/tool");
    assertThat(one.at("/seen/0/sha512").asString()).isEqualTo(SHA_512);
    assertThat(one.at("/established/trials").asInt()).isEqualTo(6); // as many as Shown has
    assertThat(one.at("/established/date").asString()).isEqualTo("2026-11-21");
    assertThat(one.at("/established/scanned").asBoolean()).isTrue();
    assertThat(one.at("/carriers/0/text").asString())
        .isEqualTo("The day is written {number-1}{symbol}{number-2} there");
    assertThat(one.at("/marks/0/form").asString()).isEqualTo("format");
    assertThat(one.at("/gate/closed/0").size()).isEqualTo(1);
  }

  @Test
  void aScanAndAnAuditWithoutAMarkedTextHaveNone() {
    assertThat(parsed(Reports.full()).at("/mechanisms").isArray()).isTrue();
    assertThat(parsed(Reports.full()).at("/mechanisms").size()).isZero();
    assertThat(parsed(Reports.audited(Shown.nothing().observed())).at("/mechanisms").size())
        .isZero();
  }

  @Test
  void satisfiesThePublishedSchema() {
    assertThat(
            violations(parsed(Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed()))))
        .isZero();
    assertThat(violations(parsed(Reports.full()))).isZero();
  }

  /** Reports of versions that did not have the member are valid still. */
  @Test
  void theMemberMayBeAbsent() {
    ObjectNode report = (ObjectNode) parsed(Reports.full());
    assertThat(report.remove("mechanisms")).isNotNull();
    assertThat(violations(report)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'', odd",
    "/established, trials",
    "/carriers/0, kind",
    "/marks/0, codebook",
    "/seen/0, sha1"
  })
  void theSchemaRefusesAMechanismThatSaysOtherwise(String where, String member) {
    JsonNode report = parsed(Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed()));

    ((ObjectNode) report.at("/mechanisms/0" + where)).put(member, "odd thing");

    assertThat(violations(report)).isPositive();
  }

  /** Whoever has one schema file can validate a report. */
  @Test
  void theReportsSchemaHoldsThatOfMechanisms() {
    JsonNode report = resource("report-v1.schema.json");
    assertThat(report.at("/$defs/mechanism")).isEqualTo(resource("mechanism-v1.schema.json"));
  }

  @Test
  void eachKindOfCarrierComesBack() {
    for (Carrier carrier :
        List.of(
            new Carrier.HeaderOrder("one", "POST /a"),
            new Carrier.HeaderCase("one", "", "x-id"),
            new Carrier.KeyOrder("one", "", "/a/*"),
            new Carrier.NumberSpelling("one", "", "/n"),
            new Carrier.Digit("one", "", "/id", -1),
            new Carrier.Value("one", "", "x-id"))) {
      Mechanism mechanism = by(carrier);
      assertThat(MechanismFile.parse("json", json(mechanism))).isEqualTo(mechanism);
    }
  }

  @Test
  void knownMechanismsComeBack() {
    for (Mechanism one : Mechanisms.all()) {
      assertThat(MechanismFile.parse("json", json(one))).isEqualTo(one);
    }
  }

  private static Mechanism by(Carrier carrier) {
    return new Mechanism(
        "one",
        "A summary: \u2019.",
        "pkg:npm/one",
        "vers:npm/>=1.0.0",
        List.of(new Seen("pkg:npm/one@1.0.0", Optional.of(new Digest("sha512", SHA_512)))),
        new Established("by hand", LocalDate.EPOCH, false, 0),
        List.of(
            new Condition("zone", "timezone", Match.EQUAL, List.of("Asia/Tokyo", "Asia/Seoul")),
            new Condition("host", "endpoint", Condition.Part.HOST, Match.SUFFIX, List.of("a.test")),
            new Condition("set", "variable:A_B", Match.PRESENCE, List.of())),
        new Gate(List.of(Truths.ANY.and("set", false)), true),
        List.of(
            new Mark(
                carrier,
                "",
                Form.ORDER,
                List.of(
                    new Row(Truths.ANY.and("zone", true).and("host", false), "\u02bc"),
                    new Row(Truths.ANY.and("host", true), ""),
                    new Row(Truths.ANY, "b,a")))));
  }

  private static String json(Mechanism mechanism) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.write(out, json -> MechanismJson.write(json, mechanism));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode parsed(Report report) {
    return JsonMapper.shared()
        .readTree(Reports.written(new JsonFormat(), report, ReportOptions.PLAIN));
  }

  private static int violations(JsonNode report) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonFormat.class.getResourceAsStream("report-v1.schema.json"))
        .validate(report.toString(), InputFormat.JSON)
        .size();
  }

  private static JsonNode resource(String name) {
    return JsonMapper.shared().readTree(JsonFormat.class.getResourceAsStream(name));
  }
}
