package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.Sides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonSideBySideTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "x", Reports.HOSTILE})
  void satisfiesItsSchema(String text) {
    String json = written(Sides.withStrings(text));

    assertThat(Schemas.violations("side-by-side", json)).isEmpty();
    assertThat(json.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/schema",
        "/verdict",
        "/tools/0/tool",
        "/signals/0/cells",
        "/facts/0/cells/0/state",
        "/facts/0/cells/0/seen/0/words",
        "/facts/0/to",
        "/unreadable/0/cells/0/seen/0/why",
        "/versions/0/same",
        "/versions/0/differences/0/where",
        "/engine",
        "/created"
      })
  void theSchemaAsksForEachMember(String pointer) {
    ObjectNode json = (ObjectNode) parsed(Sides.withStrings("x"));
    int last = pointer.lastIndexOf('/');
    JsonNode parent = json.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);

    assertThat(parent.has(name)).isTrue();
    ((ObjectNode) parent).remove(name);

    assertThat(Schemas.violations("side-by-side", json.toString())).isNotEmpty();
  }

  @Test
  void holdsWhatIsToldByWhom() {
    Sides one = Sides.tool("tool", "1", Verdict.CANDID);
    Sides two = Sides.tool("tool", "2", Verdict.CANDID);
    one.prompt("hostname", "wrenfield");
    two.tried("proxy", "http://p.example.test:1")
        .told("proxy", "p.example.test", "a.example.test", "GET /", "header Via", "plain");

    JsonNode json = parsed(Sides.of(one, two));

    assertThat(json.at("/tools/1/subject/purl").asString()).isEqualTo("pkg:npm/%40scope/tool@2");
    assertThat(json.at("/facts/0/fact").asString()).isEqualTo("hostname");
    assertThat(json.at("/facts/0/to").asString()).isEqualTo("endpoint");
    assertThat(json.at("/facts/0/alike").asBoolean()).isFalse();
    assertThat(json.at("/facts/0/cells/0/seen/0/words").asString()).isEqualTo("system prompt");
    assertThat(json.at("/facts/0/cells/1/state").asString()).isEqualTo("not seen");
    assertThat(json.at("/facts/1/cells/0/state").asString()).isEqualTo("not tried");
    assertThat(json.at("/facts/1/cells/1/seen/0/only").asString()).isEqualTo("p.example.test");
    assertThat(json.at("/versions/0/same").asBoolean()).isFalse();
    assertThat(json.at("/versions/0/differences/0/fact").asString()).isEqualTo("hostname");
    assertThat(json.at("/versions/0/unsettled/0/fact").asString()).isEqualTo("proxy");
  }

  @Test
  void aToolMoreThanThereAreIsRefusedByTheSchema() {
    JsonNode json = parsed(Sides.withStrings("x"));
    ArrayNode tools = (ArrayNode) json.at("/tools");
    while (tools.size() <= SideBySide.MOST) {
      tools.add(tools.get(0));
    }

    assertThat(Schemas.violations("side-by-side", json.toString())).isNotEmpty();
  }

  private static String written(SideBySide all) {
    return Reports.written(new JsonSideBySide(), all, ReportOptions.PLAIN);
  }

  private static JsonNode parsed(SideBySide all) {
    return JsonMapper.shared().readTree(written(all));
  }
}
