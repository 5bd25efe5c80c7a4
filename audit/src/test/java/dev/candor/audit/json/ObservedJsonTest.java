package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code observed} of a report. */
class ObservedJsonTest {
  @Test
  void tellsASignalWithItsCodebookAndHowSureItIs() {
    JsonNode signal = parsed(Shown.withStrings("x")).at("/observed/signals/0");

    assertThat(signal.at("/factors/0").asString()).isEqualTo("timezone");
    assertThat(signal.at("/gates/ci/0").asString()).isEqualTo("off-x");
    assertThat(signal.at("/form").asString()).isEqualTo("lookalike");
    assertThat(signal.at("/carrier/where").asString()).isEqualTo("body /systemx");
    assertThat(signal.at("/carrier/text").asString()).isEqualTo("-x");
    assertThat(signal.at("/codebook/0/levels/timezone/0").asString()).isEqualTo("Asia/Tokyox");
    assertThat(signal.at("/codebook/0/rest").asBoolean()).isFalse();
    assertThat(signal.at("/codebook/1/symbol").asString()).isEqualTo("-x");
    assertThat(signal.at("/bits").asDouble()).isEqualTo(1);
    assertThat(signal.at("/bitsInterval/0").asDouble()).isEqualTo(0.5);
    assertThat(signal.at("/significance/q").asDouble()).isEqualTo(0.005);
    assertThat(signal.at("/significance/fresh/agreeing").asInt()).isEqualTo(6);
    assertThat(signal.at("/symbols/2").asString()).isEqualTo("/");
  }

  @Test
  void tellsEachTrialWithWhatDiffersFromTheBase() {
    JsonNode observed = parsed(Shown.nothing().observed()).at("/observed");

    assertThat(observed.at("/trials").asInt()).isEqualTo(6);
    assertThat(observed.at("/environments").size()).isEqualTo(6);
    assertThat(observed.at("/environments/0/levels").size()).isZero();
    assertThat(observed.at("/environments/1/levels/timezone").asString()).isEqualTo("Asia/Tokyo");
    assertThat(observed.at("/environments/4/purpose").asString()).isEqualTo("confirmation");
    assertThat(observed.at("/ending").asString()).isEqualTo("complete");
    assertThat(observed.at("/noise").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasNotConfirmedHasNoFreshTrials() {
    JsonNode signal = parsed(Shown.withStrings("")).at("/observed/unconfirmed/0");

    assertThat(signal.at("/form").asString()).isEqualTo("opaque");
    assertThat(signal.at("/significance").has("fresh")).isFalse();
  }

  @Test
  void whatWasNotConfirmedTellsWhetherItWasTriedAgain() {
    Observed observed =
        Shown.nothing()
            .unconfirmed(Form.FORMAT, 1, 2, 3, 4)
            .unconfirmed(Form.FORMAT, 1, 2, 5, 6)
            .observed();

    assertThat(parsed(observed).at("/observed/unconfirmed/0/triedAgain").asBoolean()).isFalse();
    assertThat(parsed(observed).at("/observed/unconfirmed/1/triedAgain").asBoolean()).isTrue();
    assertThat(violations(text(report(observed)))).isZero();
  }

  @Test
  void aScanAloneHasNoSuchMember() {
    assertThat(JsonMapper.shared().readTree(text(Reports.full())).has("observed")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "value", Reports.HOSTILE})
  void satisfiesThePublishedSchema(String text) {
    assertThat(violations(text(report(Shown.withStrings(text))))).isZero();
  }

  @Test
  void anExperimentThatShowedNothingSatisfiesItToo() {
    assertThat(violations(text(report(Shown.nothing().observed())))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/observed/tool",
        "/observed/signals",
        "/observed/environments/0/purpose",
        "/observed/signals/0/form",
        "/observed/signals/0/codebook/0/symbol",
        "/observed/signals/0/significance/fresh",
        "/observed/signals/0/carrier/where",
        "/observed/receipt/0/rendering",
        "/observed/explained/0/carrier"
      })
  void theSchemaRefusesAReportThatLacks(String member) {
    JsonNode json = parsed(Shown.withStrings("x"));
    int at = member.lastIndexOf('/');

    assertThat(((ObjectNode) json.at(member.substring(0, at))).remove(member.substring(at + 1)))
        .isNotNull();
    assertThat(violations(json.toString())).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "/observed, ending, bored",
    "/observed, seed, one",
    "/observed/environments/0, purpose, fun",
    "/observed/signals/0, form, secret",
    "/observed/unconfirmed/0, triedAgain, perhaps",
    "/observed/signals/0, bits, many",
    "/observed/signals/0/significance, p, 1.5",
    "/observed/explained/0, form, opaque",
  })
  void theSchemaRefusesAReportThatSays(String where, String member, String value) {
    JsonNode json = parsed(Shown.withStrings("x"));
    ObjectNode object = (ObjectNode) json.at(where);
    if (value.equals("1.5")) {
      object.put(member, 1.5);
    } else {
      object.put(member, value);
    }

    assertThat(violations(json.toString())).isPositive();
  }

  @Test
  void hostileTextIsInertAndComesBackWhole() {
    String text = text(report(Shown.withStrings(Reports.HOSTILE)));

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(JsonMapper.shared().readTree(text).at("/observed/signals/0/symbols/1").asString())
        .isEqualTo("-" + Reports.HOSTILE);
  }

  private static JsonNode parsed(Observed observed) {
    return JsonMapper.shared().readTree(text(report(observed)));
  }

  private static Report report(Observed observed) {
    return Reports.audited(observed);
  }

  private static String text(Report report) {
    return Reports.written(new JsonFormat(), report, ReportOptions.PLAIN);
  }

  private static int violations(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonFormat.class.getResourceAsStream("report-v1.schema.json"))
        .validate(json, InputFormat.JSON)
        .size();
  }
}
