package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.track.Histories;
import dev.candor.audit.track.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonHistoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "x", Reports.HOSTILE})
  void satisfiesItsSchemaAndIsInert(String text) {
    String json = written(Histories.withStrings(text));

    assertThat(Schemas.violations("track", json)).isEmpty();
    assertThat(json.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/schema",
        "/package",
        "/state",
        "/looked/widestGap",
        "/periods/0/first",
        "/periods/0/first/version",
        "/versions/0/known",
        "/versions/0/state",
        "/versions/0/tables",
        "/versions/3/mechanism",
        "/borders/0/reasons",
        "/gaps",
        "/takenBack",
        "/downloads/0/bytes",
        "/engine",
        "/created"
      })
  void theSchemaAsksForEachMember(String pointer) {
    ObjectNode json = (ObjectNode) parsed(Histories.of("AaAPA"));
    int last = pointer.lastIndexOf('/');
    JsonNode parent = json.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);

    assertThat(parent.has(name)).isTrue();
    ((ObjectNode) parent).remove(name);

    assertThat(Schemas.violations("track", json.toString())).isNotEmpty();
  }

  @Test
  void tellsEachVersionAndWhenItCameAndWent() {
    JsonNode json = parsed(Histories.of("AaAPpP!A-u"));

    assertThat(json.at("/package").asString()).isEqualTo("pkg:npm/%40scope/tool");
    assertThat(json.at("/state").asString()).isEqualTo("present");
    assertThat(json.at("/periods/0/before/version").asString()).isEqualTo("1.0.2");
    assertThat(json.at("/periods/0/first/version").asString()).isEqualTo("1.0.3");
    assertThat(json.at("/periods/0/first/published").asString()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(json.at("/periods/0/last/version").asString()).isEqualTo("1.0.5");
    assertThat(json.at("/periods/0/gone").isMissingNode()).isTrue();
    assertThat(json.at("/versions/1/known").asString()).isEqualTo("between");
    assertThat(json.at("/versions/6/why").asString()).isEqualTo("it is not there (404).");
    assertThat(json.at("/borders/0/older").asString()).isEqualTo("1.0.2");
    assertThat(json.at("/gaps/0").asString()).isEqualTo("1.0.8");
    assertThat(json.at("/takenBack/0/version").asString()).isEqualTo("1.0.9");
    assertThat(json.at("/downloads/0/bytes").asLong()).isEqualTo(16_500_000);
  }

  private static String written(History history) {
    return Reports.written(new JsonHistory(), history, ReportOptions.PLAIN);
  }

  private static JsonNode parsed(History history) {
    return JsonMapper.shared().readTree(written(history));
  }
}
