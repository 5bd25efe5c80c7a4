package dev.candor.wire.dialect;

import dev.candor.text.Utf8;
import dev.candor.wire.ForeignJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a tool sent, within bounds, and writes what it gets back. */
final class Json {
  static final String TYPE = "application/json";

  private static final JsonMapper MAPPER = ForeignJson.mapper().build();

  private Json() {}

  /**
   * The object that the content is, in UTF-8 (RFC 8259, 8.1); empty where it is none, or exceeds a
   * bound.
   */
  static Optional<JsonNode> object(byte[] content) {
    // Jackson's own reader of bytes lets some broken characters pass within names.
    return Utf8.text(content).flatMap(Json::read).filter(JsonNode::isObject);
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** By way of a string: a surrogate that a tool sent alone becomes a question mark, no error. */
  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The text at the name, or an empty one. */
  static String string(JsonNode node, String name) {
    return node.path(name).stringValue("");
  }

  /** The text that a content is, or those of its parts. */
  static Stream<String> texts(JsonNode content) {
    return content.isString()
        ? Stream.of(content.stringValue())
        : content.valueStream().map(part -> string(part, "text"));
  }

  /** The first of two spellings that the object has. */
  static JsonNode either(JsonNode node, String name, String other) {
    return node.has(name) ? node.path(name) : node.path(other);
  }

  /** The node, where it can be a JSON Schema. */
  static Optional<JsonNode> schema(JsonNode node) {
    return Optional.of(node).filter(JsonNode::isObject);
  }
}
