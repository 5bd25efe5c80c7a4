package dev.candor.wire.dialect;

import static dev.candor.wire.dialect.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ExampleTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Property(tries = 500)
  void fitsTheSchemaOfAnyTool(@ForAll("tools") JsonNode schema) {
    JsonNode arguments = Example.object(schema);

    Schema validator = REGISTRY.getSchema(schema);
    assertThat(validator.validate(arguments)).as("%s for %s", arguments, schema).isEmpty();
    assertThat(validator.validate(json("[]"))).isNotEmpty();
    assertThat(Example.object(schema)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": \"string\"} | \"sample\"",
        "{\"enum\": [\"b\", \"a\"]} | \"b\"",
        "{\"const\": 7} | 7",
        "{\"type\": \"integer\", \"minimum\": 5} | 5",
        "{\"type\": \"integer\", \"exclusiveMinimum\": 5} | 6",
        "{\"type\": \"integer\", \"minimum\": 5, \"exclusiveMinimum\": true} | 6",
        "{\"type\": \"integer\", \"maximum\": -3} | -3",
        "{\"type\": \"number\", \"minimum\": 0.2, \"multipleOf\": 0.1} | 0.2",
        "{\"type\": \"integer\", \"minimum\": 7, \"multipleOf\": 5} | 10",
        "{\"type\": \"number\", \"exclusiveMinimum\": 0, \"exclusiveMaximum\": 1} | 0.5",
        "{\"type\": \"boolean\"} | false",
        "{\"type\": [\"null\", \"string\"]} | null",
        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}} | []",
        "{\"type\": \"array\", \"items\": {\"type\": \"boolean\"}, \"minItems\": 2} | [false,false]",
        "{\"anyOf\": [{\"type\": \"integer\"}, {\"type\": \"string\"}]} | 1",
        "{\"type\": \"STRING\", \"minLength\": \"8\"} | \"samplesa\"",
        "{\"type\": \"string\", \"maxLength\": 3} | \"sam\"",
        "{\"type\": \"string\", \"format\": \"date\"} | \"2026-01-01\"",
        "{\"type\": \"string\", \"pattern\": \"^[0-9]+$\"} | \"1\"",
        "{\"type\": \"object\", \"properties\": {\"dirPath\": {\"type\": \"string\"},"
            + " \"more\": {}}, \"required\": [\"dirPath\"]} | {\"dirPath\":\".\"}",
        "{} | \"sample\""
      })
  void choosesTheSmallest(String schema, String value) {
    assertThat(Json.text(Example.of(json(schema)))).isEqualTo(value);
  }

  @Test
  void followsReferencesWithinTheSchema() {
    JsonNode schema =
        json(
            """
            {"$defs": {"place": {"type": "object", "properties": {"path": {"$ref": "#/$defs/p"}},
                                 "required": ["path"]}, "p": {"type": "string"}},
             "type": "object", "required": ["at"], "properties": {"at": {"$ref": "#/$defs/place"}}}
            """);

    assertThat(Example.object(schema)).isEqualTo(json("{\"at\": {\"path\": \".\"}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"$ref\": \"#\"}",
        "{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}",
        "{\"type\": \"object\", \"required\": [\"a\", \"b\"], \"additionalProperties\":"
            + " {\"$ref\": \"#\"}}",
        "{\"minItems\": 1e300, \"items\": {\"$ref\": \"#\"}}",
        "{\"minLength\": 1e300, \"type\": \"string\"}",
        "{\"minProperties\": 1e300}",
        "{\"type\": \"number\", \"minimum\": 1e300, \"multipleOf\": 1e-300}",
        "{\"type\": \"integer\", \"minimum\": 1e308, \"maximum\": -1e308, \"multipleOf\": 1e308}",
        "{\"type\": \"integer\", \"minimum\": 1e999999999}",
        "{\"type\": \"string\", \"pattern\": \"^(a+)+$\"}",
        "{\"type\": \"string\", \"pattern\": \"(\"}",
        "{\"type\": 3, \"required\": 3, \"properties\": 3, \"enum\": 3, \"$ref\": 3}",
        "{\"type\": [], \"enum\": [], \"anyOf\": [], \"allOf\": {}, \"required\": [3]}"
      })
  void endsWhateverTheSchemaAsks(String schema) {
    assertThat(Json.text(Example.of(json(schema))).length()).isLessThan(1_000_000);
  }

  /** Objects with some required properties of all kinds, and a shared definition. */
  @Provide
  Arbitrary<JsonNode> tools() {
    return Combinators.combine(objects(values(2)), values(1))
        .as((object, shared) -> {
          ObjectNode root = (ObjectNode) object.deepCopy();
          root.putObject("$defs").set("shared", shared);
          return root;
        });
  }

  private static Arbitrary<JsonNode> values(int depth) {
    List<Arbitrary<JsonNode>> kinds = new ArrayList<>(List.of(strings(), numbers(), choices()));
    kinds.add(Arbitraries.of(json("{\"type\": \"boolean\"}"), json("{\"type\": \"null\"}")));
    kinds.add(Arbitraries.of(json("{}"), json("{\"type\": [\"string\", \"null\"]}")));
    if (depth > 0) {
      Arbitrary<JsonNode> inner = values(depth - 1);
      kinds.add(objects(inner));
      kinds.add(arrays(inner));
      kinds.add(inner.list().ofMinSize(1).ofMaxSize(3).map(branches -> listed("anyOf", branches)));
      kinds.add(inner.map(only -> listed("allOf", List.of(only))));
    }
    if (depth == 2) {
      kinds.add(Arbitraries.of(json("{\"$ref\": \"#/$defs/shared\"}")));
    }
    return Arbitraries.oneOf(kinds);
  }

  private static Arbitrary<JsonNode> strings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of("", "date", "email", "uuid", "uri", "^[a-z]+$", "^/", "^\\d{4}-\\d\\d"))
        .as((least, more, rest) -> {
          ObjectNode schema = (ObjectNode) json("{\"type\": \"string\"}");
          if (rest.startsWith("^")) {
            return schema.put("pattern", rest);
          }
          return rest.isEmpty()
              ? schema.put("minLength", least).put("maxLength", least + more)
              : schema.put("format", rest);
        });
  }

  private static Arbitrary<JsonNode> numbers() {
    return Combinators.combine(
            Arbitraries.of("integer", "number"),
            Arbitraries.of("minimum", "exclusiveMinimum", ""),
            Arbitraries.integers().between(-20, 20),
            Arbitraries.of("maximum", "exclusiveMaximum", ""),
            Arbitraries.integers().between(12, 40),
            Arbitraries.of(0.0, 0.5, 1.0, 2.0, 3.0))
        .as((type, low, from, high, width, step) -> {
          ObjectNode schema = Requests.MAPPER.createObjectNode().put("type", type);
          if (!low.isEmpty()) {
            schema.put(low, from);
          }
          if (!high.isEmpty()) {
            schema.put(high, from + width);
          }
          return step > 0 ? schema.put("multipleOf", step) : schema;
        });
  }

  private static Arbitrary<JsonNode> choices() {
    return Arbitraries.of("\"a\"", "\"b\"", "1", "2.5", "true", "null", "[]", "{\"a\":1}")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(values -> json("{\"enum\": [" + String.join(",", values) + "]}"));
  }

  private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> items) {
    return Combinators.combine(
            items, Arbitraries.integers().between(0, 3), numbers(), Arbitraries.of(true, false))
        .as((item, least, number, apart) -> {
          ObjectNode schema = (ObjectNode) json("{\"type\": \"array\"}");
          schema.set("items", apart ? number : item);
          return schema.put("minItems", least).put("uniqueItems", apart);
        });
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
    Arbitrary<Map<String, JsonNode>> named =
        Arbitraries.maps(Arbitraries.of("path", "query", "a/b", "c~", "n", "x"), values)
            .ofMaxSize(4);
    return Combinators.combine(
            named, Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
        .as((properties, required, open) -> {
          ObjectNode schema = (ObjectNode) json("{\"type\": \"object\"}");
          ObjectNode all = schema.putObject("properties");
          properties.forEach(all::set);
          ArrayNode names = schema.putArray("required");
          properties.keySet().stream().limit(required).forEach(names::add);
          return schema.put("additionalProperties", open);
        });
  }

  private static JsonNode listed(String keyword, List<JsonNode> schemas) {
    ObjectNode schema = Requests.MAPPER.createObjectNode();
    ArrayNode list = schema.putArray(keyword);
    schemas.forEach(list::add);
    return schema;
  }
}
