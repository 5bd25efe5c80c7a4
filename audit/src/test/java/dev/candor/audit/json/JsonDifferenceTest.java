package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import dev.candor.audit.Marked;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.difference.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonDifferenceTest {
  private static final Difference MARKING = Difference.between(Marked.before(), Marked.report());
  private static final Difference HOSTILE = Difference.between(Reports.empty(), Reports.hostile());

  @Test
  void tellsBothSides() {
    JsonNode json = parsed(MARKING);

    assertThat(json.at("/schema").asString()).isEqualTo("candor/difference/v1");
    assertThat(json.at("/old/subject/purl").asString()).isEqualTo("pkg:npm/%40scope/tool@1.2.3");
    assertThat(json.at("/old").has("verdict")).isFalse();
    assertThat(json.at("/new/verdict").asString()).isEqualTo("covert");
    assertThat(json.at("/reasons/0").asString()).startsWith("appeared: a covert flow; ");
    assertThat(json.at("/engine/name").asString()).isEqualTo("candor");
    assertThat(json.at("/created").asString()).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void tellsWhatAppeared() {
    JsonNode appeared = parsed(MARKING).at("/appeared");

    assertThat(appeared.at("/flows/0/covert").asBoolean()).isTrue();
    assertThat(appeared.at("/tables/0/id").asString()).isEqualTo("table-hosts");
    assertThat(appeared.at("/encoders/0/form").asString()).isEqualTo("lookalike");
    assertThat(appeared.at("/encoders/1/alternatives/1").asString()).isEqualTo("/");
  }

  @Test
  void whatBelongsToACovertFlowStandsFirst() {
    JsonNode probes = parsed(MARKING).at("/appeared/probes");

    assertThat(probes.at("/0/factor").asString()).isEqualTo("timezone");
    assertThat(probes.at("/1/factor").asString()).isEqualTo("editor");
  }

  @Test
  void tellsBothStatesOfWhatChanged() {
    JsonNode change = parsed(MARKING).at("/changed/probes/0");

    assertThat(change.at("/old/compares").size()).isEqualTo(1);
    assertThat(change.at("/new/compares").size()).isEqualTo(3);
  }

  @Test
  void tellsWhatVanished() {
    JsonNode vanished =
        parsed(Difference.between(Marked.report(), Marked.before())).at("/vanished");

    assertThat(vanished.at("/flows").size()).isEqualTo(1);
    assertThat(vanished.at("/tables").size()).isEqualTo(2);
  }

  @Test
  void satisfiesThePublishedSchema() {
    assertThat(violations(MARKING)).isEmpty();
    assertThat(violations(Difference.between(Marked.report(), Marked.before()))).isEmpty();
    assertThat(violations(Difference.between(Reports.empty(), Reports.empty()))).isEmpty();
    assertThat(violations(HOSTILE)).isEmpty();
  }

  @Test
  void theSchemaRefusesAFlowWithoutSteps() {
    assertThat(violations(text(MARKING).replaceFirst("\"steps\"", "\"leaps\""))).isNotEmpty();
  }

  @Test
  void hostileTextIsInert() {
    assertThat(text(HOSTILE).codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(text(HOSTILE)).doesNotContain("<", ">", "&", "'");
  }

  private static JsonNode parsed(Difference difference) {
    return JsonMapper.shared().readTree(text(difference));
  }

  private static String text(Difference difference) {
    return Reports.written(new JsonDifference(), difference, ReportOptions.PLAIN);
  }

  private static List<Error> violations(Difference difference) {
    return violations(text(difference));
  }

  private static List<Error> violations(String json) {
    return Schemas.violations("difference", json);
  }
}
