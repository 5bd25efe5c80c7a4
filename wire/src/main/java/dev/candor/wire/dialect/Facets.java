package dev.candor.wire.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Schemas that hold for one value together: a schema, what it refers to, a choice among branches.
 */
record Facets(List<JsonNode> schemas) {
  private static final int MOST = 64;
  private static final int LONGEST_REFERENCE = 1_000;

  /** From here on another branch than the first is chosen: the first may lead back to itself. */
  private static final int DEEP = 6;

  static Facets of(JsonNode root, Stream<JsonNode> schemas, int depth) {
    List<JsonNode> found = new ArrayList<>();
    schemas.limit(MOST).forEach(schema -> add(root, schema, depth, 0, found));
    return new Facets(List.copyOf(found));
  }

  private static void add(
      JsonNode root, JsonNode schema, int depth, int hops, List<JsonNode> found) {
    if (!schema.isObject() || found.size() >= MOST || hops >= MOST) {
      return;
    }
    found.add(schema);
    if (schema.path("$ref").isString()) {
      add(root, referred(root, Json.string(schema, "$ref")), depth, hops + 1, found);
    }
    JsonNode all = schema.path("allOf");
    for (int i = 0; i < all.size() && found.size() < MOST; i++) {
      add(root, all.path(i), depth, hops + 1, found);
    }
    add(root, branch(schema.path("anyOf"), depth), depth, hops + 1, found);
    add(root, branch(schema.path("oneOf"), depth), depth, hops + 1, found);
  }

  private static JsonNode branch(JsonNode branches, int depth) {
    return branches.path(depth < DEEP || branches.isEmpty() ? 0 : depth % branches.size());
  }

  /** Within the schema only; anything else says nothing. */
  private static JsonNode referred(JsonNode root, String reference) {
    boolean inside =
        reference.equals("#")
            || (reference.startsWith("#/") && reference.length() <= LONGEST_REFERENCE);
    return root.at(JsonPointer.compile(inside ? reference.substring(1) : "/none"));
  }

  Optional<JsonNode> first(String keyword) {
    return schemas.stream().filter(s -> s.has(keyword)).map(s -> s.path(keyword)).findFirst();
  }

  Stream<JsonNode> all(String keyword) {
    return schemas.stream().filter(s -> s.has(keyword)).map(s -> s.path(keyword));
  }

  boolean isTrue(String keyword) {
    return all(keyword).anyMatch(value -> value.booleanValue(false));
  }

  OptionalDouble greatest(String keyword) {
    return numbers(keyword).max();
  }

  OptionalDouble least(String keyword) {
    return numbers(keyword).min();
  }

  private DoubleStream numbers(String keyword) {
    return all(keyword).mapToDouble(Facets::number).filter(Double::isFinite);
  }

  /** Gemini writes counts as strings, as protocol buffers do. */
  private static double number(JsonNode node) {
    return node.isNumber() || node.isString() ? node.asDouble(Double.NaN) : Double.NaN;
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    all("required")
        .flatMap(JsonNode::valueStream)
        .filter(JsonNode::isString)
        .forEach(name -> names.add(name.stringValue()));
    return names;
  }

  /** What is said of the property; of any other one where none is named so. */
  List<JsonNode> property(String name) {
    List<JsonNode> own = all("properties").filter(p -> p.has(name)).map(p -> p.path(name)).toList();
    return own.isEmpty() ? all("additionalProperties").toList() : own;
  }

  /** In small letters (Gemini writes large ones); what the keywords suggest where none is named. */
  String type() {
    List<List<String>> named = all("type").map(Facets::types).toList();
    return named.stream()
        .flatMap(List::stream)
        .filter(type -> named.stream().allMatch(types -> allows(types, type)))
        .findFirst()
        .or(() -> named.stream().flatMap(List::stream).findFirst())
        .orElseGet(this::suggested);
  }

  private static List<String> types(JsonNode type) {
    return (type.isArray() ? type.valueStream() : Stream.of(type))
        .map(name -> name.stringValue("").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean allows(List<String> types, String type) {
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  private String suggested() {
    if (hasAny("properties", "required", "additionalProperties", "minProperties")) {
      return "object";
    }
    if (hasAny("items", "prefixItems", "minItems", "contains")) {
      return "array";
    }
    return hasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        ? "number"
        : "string";
  }

  private boolean hasAny(String... keywords) {
    return Stream.of(keywords).anyMatch(keyword -> first(keyword).isPresent());
  }
}
