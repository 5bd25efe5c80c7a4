package dev.candor.wire.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small value that fits a JSON Schema (draft 2020-12 and its forerunners, and the subset of
 * OpenAPI 3.0 that Gemini takes): required properties only, the first of an enumeration and of
 * {@code anyOf}, the least number, the fewest items.
 *
 * <p>It is the best that can be done without solving: {@code not}, {@code if}, {@code oneOf} whose
 * branches overlap, and rare patterns may be missed, and what needs more than {@value #MOST} values
 * or {@value #DEEPEST} levels is cut. The same schema gives the same value.
 */
final class Example {
  static final int MOST = 5_000;
  static final int DEEPEST = 24;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;
  private int left = MOST;

  private Example(JsonNode root) {
    this.root = root;
  }

  static JsonNode of(JsonNode schema) {
    return new Example(schema).value(List.of(schema), "", 0, 0);
  }

  /** As arguments of a call, which are always an object. */
  static JsonNode object(JsonNode schema) {
    JsonNode value = of(schema);
    return value.isObject() ? value : NODES.objectNode();
  }

  /**
   * @param name of the property that the value is for
   * @param ordinal to tell apart the items of a set
   */
  private JsonNode value(List<JsonNode> schemas, String name, int depth, int ordinal) {
    left--;
    Facets facets = Facets.of(root, schemas.stream(), depth);
    Optional<JsonNode> fixed = facets.first("const").or(() -> chosen(facets, ordinal));
    return fixed.orElseGet(() ->
        switch (facets.type()) {
          case "object" -> properties(facets, depth, ordinal);
          case "array" -> items(facets, name, depth, ordinal);
          case "integer" -> ExampleNumber.of(facets, true, ordinal);
          case "number" -> ExampleNumber.of(facets, false, ordinal);
          case "boolean" -> NODES.booleanNode(ordinal % 2 == 1);
          case "null" -> NODES.nullNode();
          default -> NODES.stringNode(ExampleString.of(facets, name, ordinal));
        });
  }

  private static Optional<JsonNode> chosen(Facets facets, int ordinal) {
    return facets
        .all("enum")
        .filter(values -> values.isArray() && !values.isEmpty())
        .map(values -> values.path(ordinal % values.size()))
        .findFirst();
  }

  private JsonNode properties(Facets facets, int depth, int ordinal) {
    ObjectNode object = NODES.objectNode();
    if (depth >= DEEPEST) {
      return object;
    }
    for (String name : facets.required()) {
      put(object, facets, name, depth, ordinal);
    }
    int fewest = count(facets, "minProperties");
    if (object.size() < fewest) {
      Stream.concat(
              facets.all("properties").flatMap(named -> named.propertyNames().stream()),
              Stream.iterate(1, i -> i + 1).map(i -> "sample" + i))
          .filter(name -> !object.has(name))
          .limit(fewest - object.size())
          .toList()
          .forEach(name -> put(object, facets, name, depth, ordinal));
    }
    return object;
  }

  private void put(ObjectNode object, Facets facets, String name, int depth, int ordinal) {
    if (left > 0) {
      object.set(name, value(facets.property(name), name, depth + 1, ordinal));
    }
  }

  private JsonNode items(Facets facets, String name, int depth, int ordinal) {
    ArrayNode array = NODES.arrayNode();
    boolean apart = facets.isTrue("uniqueItems");
    boolean contains = facets.first("contains").isPresent();
    int fewest = Math.max(count(facets, "minItems"), contains ? 1 : 0);
    for (int i = 0; i < fewest && left > 0 && depth < DEEPEST; i++) {
      array.add(value(item(facets, i), name, depth + 1, apart ? i : ordinal));
    }
    return array;
  }

  private static List<JsonNode> item(Facets facets, int index) {
    List<JsonNode> tuple =
        Stream.concat(facets.all("prefixItems"), facets.all("items").filter(JsonNode::isArray))
            .filter(schemas -> index < schemas.size())
            .map(schemas -> schemas.path(index))
            .toList();
    Stream<JsonNode> each = facets.all("items").filter(JsonNode::isObject);
    return Stream.concat(tuple.isEmpty() ? each : tuple.stream(), facets.all("contains")).toList();
  }

  private static int count(Facets facets, String keyword) {
    return (int) Math.clamp(facets.greatest(keyword).orElse(0), 0, MOST);
  }
}
