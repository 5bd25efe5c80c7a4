package dev.candor.audit.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.lab.inference.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifFormatTest {
  @Test
  void satisfiesTheSchemaThatOasisPublished() {
    assertThat(violations(text(Reports.empty()))).isEmpty();
    assertThat(violations(text(Reports.full()))).isEmpty();
    assertThat(violations(text(Reports.hostile()))).isEmpty();
    assertThat(violations(text(Reports.audited(Shown.nothing().observed())))).isEmpty();
    assertThat(violations(text(Reports.full().withoutTrial(Reports.NOON)))).isEmpty();
    assertThat(violations(text(audited("x")))).isEmpty();
    assertThat(violations(text(audited(Reports.HOSTILE)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOOKALIKE, CANDOR-T001, error",
    "INVISIBLE, CANDOR-T002, error",
    "FORMAT, CANDOR-T003, error",
    "ORDER, CANDOR-T004, error",
    "NUMERIC, CANDOR-T005, error",
    "WORDING, CANDOR-T006, error",
    "PRESENCE, CANDOR-T007, note",
    "OPAQUE, CANDOR-T008, note",
  })
  void aSignalIsAResultOfItsFormsRule(Form form, String rule, String level) {
    JsonNode run = run(Reports.audited(Shown.nothing().signal(form, Shown.ASKING).observed()));

    assertThat(run.at("/results").size()).isEqualTo(1);
    JsonNode result = run.at("/results/0");
    assertThat(result.at("/ruleId").asString()).isEqualTo(rule);
    assertThat(result.at("/level").asString()).isEqualTo(level);
    JsonNode declared = run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
    assertThat(declared.at("/id").asString()).isEqualTo(rule);
    assertThat(declared.at("/defaultConfiguration/level").asString()).isEqualTo(level);
    assertThat(declared.at("/help/markdown").asString()).startsWith("# " + rule);
  }

  @Test
  void aSignalStandsAtItsCarrierAndInNoFile() {
    JsonNode result =
        run(Reports.audited(Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed()))
            .at("/results/0");

    assertThat(result.at("/locations").size()).isEqualTo(1);
    JsonNode location = result.at("/locations/0");
    assertThat(location.has("physicalLocation")).isFalse();
    JsonNode carrier = location.at("/logicalLocations/0");
    assertThat(carrier.at("/fullyQualifiedName").asString())
        .isEqualTo("POST /v1/messages, body /system");
    assertThat(carrier.at("/name").asString()).isEqualTo("body /system");
    assertThat(location.at("/message/text").asString()).isEqualTo("\u2026Today\\[-\\]07\u2026");
    assertThat(result.at("/relatedLocations").size()).isEqualTo(1);
    assertThat(result.at("/partialFingerprints/candorSignal~1v1").asString())
        .matches("signal-[0-9a-f]{12}");
  }

  @Test
  void aSignalTellsFactorCarrierFormBitsAndHowSureItIs() {
    JsonNode result =
        run(Reports.audited(Shown.nothing().signal(Form.FORMAT, Shown.ASKING).observed()))
            .at("/results/0");

    assertThat(result.at("/message/text").asString())
        .isEqualTo(
            "timezone shows at POST /v1/messages, body /system, in the separator or letter case,"
                + " 1.0 bits: / U+002F SOLIDUS; - U+002D HYPHEN-MINUS. 2 of 2 fresh trials were as"
                + " foretold.");
    JsonNode properties = result.at("/properties");
    assertThat(properties.at("/factors/0").asString()).isEqualTo("timezone");
    assertThat(properties.at("/codebook/0/levels/timezone/0").asString()).isEqualTo("Asia/Tokyo");
    assertThat(properties.at("/codebook/0/symbol").asString()).isEqualTo("/");
    assertThat(properties.at("/codebook/1/rest").asBoolean()).isTrue();
    assertThat(properties.at("/bits").asDouble()).isEqualTo(1);
    assertThat(properties.at("/q").asDouble()).isEqualTo(0.005);
    assertThat(properties.at("/confirmed/agreeing").asInt()).isEqualTo(2);
    assertThat(properties.at("/confirmed/foretold").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasNotConfirmedIsNoResult() {
    assertThat(
            run(Reports.audited(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 5, 6).observed()))
                .at("/results")
                .size())
        .isZero();
  }

  @Test
  void doubtsAndWhatTrialsDidNotShowAreNotifications() {
    JsonNode run = run(Reports.audited(Shown.nothing().doubt("It was stopped.").observed()));

    assertThat(
            run.at("/invocations/0/toolExecutionNotifications")
                .valueStream()
                .map(one -> one.at("/level").asString() + " " + one.at("/message/text").asString()))
        .containsExactly(
            "warning in doubt: It was stopped.", "warning not seen: Not seen", "note Noted");
  }

  @Test
  void theSameSignalOfAnotherVersionHasTheSameFingerprint() {
    Signal one = Shown.signal(Form.FORMAT, Shown.ASKING, "", Map.of(), 1, 2);
    assertThat(Fingerprint.of(Shown.signal(Form.FORMAT, Shown.ASKING, "", Map.of(), 3, 4, 5)))
        .isEqualTo(Fingerprint.of(one));
    assertThat(Fingerprint.of(Shown.signal(Form.ORDER, Shown.ASKING, "", Map.of(), 1, 2)))
        .isNotEqualTo(Fingerprint.of(one));
    assertThat(Fingerprint.of(Shown.signal(Form.FORMAT, "GET /other", "", Map.of(), 1, 2)))
        .isNotEqualTo(Fingerprint.of(one));
  }

  @Test
  void theSchemaInUseRefusesAnotherVersion() {
    assertThat(violations(text(Reports.full()).replace("\"2.1.0\"", "\"2.0.0\""))).isNotEmpty();
  }

  @Test
  void namesItsRulesAndCarriesTheirPages() {
    JsonNode rules = run(Reports.empty()).at("/tool/driver/rules");

    assertThat(rules.at("/0/id").asString()).isEqualTo("CANDOR-S001");
    assertThat(rules.at("/0/name").asString()).isEqualTo("HiddenTable");
    assertThat(rules.at("/0/help/markdown").asString()).startsWith("# CANDOR-S001");
    assertThat(rules.at("/0/defaultConfiguration/level").asString()).isEqualTo("warning");
    assertThat(rules.at("/1/id").asString()).isEqualTo("CANDOR-S002");
    assertThat(rules.at("/1/defaultConfiguration/level").asString()).isEqualTo("note");
    assertThat(rules.at("/2/id").asString()).isEqualTo("CANDOR-S003");
    assertThat(rules.at("/2/name").asString()).isEqualTo("CovertFlow");
    assertThat(rules.at("/2/defaultConfiguration/level").asString()).isEqualTo("error");
    assertThat(rules.at("/3/id").asString()).isEqualTo("CANDOR-S004");
    assertThat(rules.at("/3/defaultConfiguration/level").asString()).isEqualTo("note");
  }

  @Test
  void aResultPointsToItsBytes() {
    JsonNode result = run(Reports.full()).at("/results/0");

    assertThat(result.at("/ruleId").asString()).isEqualTo("CANDOR-S001");
    assertThat(result.at("/ruleIndex").asInt()).isZero();
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("package/cli.js");
    assertThat(place.at("/region/byteOffset").asLong()).isEqualTo(100);
    assertThat(place.at("/region/byteLength").asLong()).isEqualTo(100);
    assertThat(result.at("/partialFingerprints/candorTable~1v1").asString())
        .isEqualTo("t-searched");
    assertThat(result.at("/properties/entries/1").asString()).isEqualTo("second");
  }

  @Test
  void furtherPlacesAndUsesAreRelatedLocations() {
    JsonNode related = run(Reports.full()).at("/results/0/relatedLocations");

    assertThat(related.size()).isEqualTo(2);
    assertThat(related.at("/0/message/text").asString()).isEqualTo("stored here too");
    assertThat(related.at("/0/physicalLocation/region/byteOffset").asLong()).isEqualTo(500);
    assertThat(related.at("/1/message/text").asString()).isEqualTo("used here");
    assertThat(related.at("/1/physicalLocation/region/byteLength").asLong()).isEqualTo(2);
  }

  @Test
  void listsOfDigestsAreNotes() {
    JsonNode result = run(Reports.full()).at("/results/2");

    assertThat(result.at("/ruleId").asString()).isEqualTo("CANDOR-S002");
    assertThat(result.at("/level").asString()).isEqualTo("note");
  }

  @Test
  void aCovertFlowIsAnErrorWithItsSteps() {
    JsonNode result = run(Reports.full()).at("/results/3");

    assertThat(result.at("/ruleId").asString()).isEqualTo("CANDOR-S003");
    assertThat(result.at("/level").asString()).isEqualTo("error");
    assertThat(result.at("/locations/0/physicalLocation/region/byteOffset").asLong()).isEqualTo(10);
    assertThat(result.at("/partialFingerprints/candorFlow~1v1").asString()).startsWith("flow-");
    assertThat(result.at("/properties/format/0").asString()).isEqualTo("-");
    assertThat(result.at("/properties/gates/0").asString()).isEqualTo("cloud");

    JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
    assertThat(steps.size()).isEqualTo(3);
    assertThat(steps.at("/0/kinds/0").asString()).isEqualTo("probe");
    assertThat(steps.at("/0/location/message/text").asString()).isEqualTo("reads value");
    JsonNode place = steps.at("/0/location/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo("package/cli.js");
    assertThat(place.at("/region/byteLength").asLong()).isEqualTo(20);
    assertThat(place.at("/region/snippet/rendered/text").asString()).isEqualTo("zone(\n  value)");
  }

  @Test
  void anEncoderWithoutAFlowIsANote() {
    JsonNode result = run(Reports.full()).at("/results/4");

    assertThat(result.at("/ruleId").asString()).isEqualTo("CANDOR-S004");
    assertThat(result.at("/level").asString()).isEqualTo("note");
    assertThat(result.has("codeFlows")).isFalse();
    assertThat(result.at("/partialFingerprints/candorEncoder~1v1").asString())
        .startsWith("encoder-");
    assertThat(result.at("/properties/form/0").asString()).isEqualTo("invisible");
  }

  @Test
  void probesAndExplainedFlowsAreNoResults() {
    assertThat(run(Reports.full()).at("/results").size()).isEqualTo(5);
  }

  @Test
  void whatWasNotSeenIsANotification() {
    JsonNode notifications = run(Reports.full()).at("/invocations/0/toolExecutionNotifications");

    assertThat(notifications.at("/0/level").asString()).isEqualTo("warning");
    assertThat(notifications.at("/0/message/text").asString())
        .isEqualTo("not seen: left out value");
    assertThat(notifications.at("/1/level").asString()).isEqualTo("note");
  }

  @Test
  void theSubjectIsAnArtifactWithItsHash() {
    JsonNode artifact = run(Reports.empty()).at("/artifacts/0");

    assertThat(artifact.at("/location/uri").asString()).isEqualTo("pkg:npm/%40scope/tool@1.2.3");
    assertThat(artifact.at("/hashes/sha-512").asString()).isEqualTo("0a1b");
  }

  @Test
  void hostileTextInSignalsIsInert() {
    String text = text(audited(Reports.HOSTILE));

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    JsonNode result = JsonMapper.shared().readTree(text).at("/runs/0/results/0");
    for (String message :
        List.of("/message/text", "/locations/0/message/text", "/relatedLocations/0/message/text")) {
      assertThat(result.at(message).asString().codePoints()).noneMatch(Character::isISOControl);
      assertThat(result.at(message).asString()).contains("{{0}}").doesNotContain("\u202e");
    }
    for (String name : List.of("name", "fullyQualifiedName")) {
      assertThat(result.at("/locations/0/logicalLocations/0/" + name).asString().codePoints())
          .noneMatch(Character::isISOControl)
          .noneMatch(c -> c == 0x202e);
    }
  }

  private static Report audited(String text) {
    return Reports.audited(Shown.withStrings(text));
  }

  @Test
  void hostileTextIsInert() {
    String text = text(Reports.hostile());

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(text).doesNotContain("<", ">", "&", "'");
    String message =
        run(Reports.hostile())
            .at("/invocations/0/toolExecutionNotifications/0/message/text")
            .asString();
    assertThat(message.codePoints()).noneMatch(Character::isISOControl);
    assertThat(message).contains("{{0}}", "\\[here\\](3)").doesNotContain("\u202e");
    String snippet =
        run(Reports.hostile())
            .at("/results/3/codeFlows/0/threadFlows/0/locations/0/location/physicalLocation/region")
            .at("/snippet/rendered/text")
            .asString();
    assertThat(snippet.codePoints()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
    assertThat(snippet).contains("{{0}}").doesNotContain("\u202e");
  }

  private static JsonNode run(Report report) {
    return JsonMapper.shared().readTree(text(report)).at("/runs/0");
  }

  private static String text(Report report) {
    return Reports.written(new SarifFormat(), report, ReportOptions.PLAIN);
  }

  private static List<Error> violations(String sarif) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(SarifFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))
        .validate(
            sarif,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
