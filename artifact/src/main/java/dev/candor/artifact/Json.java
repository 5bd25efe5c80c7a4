package dev.candor.artifact;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How JSON from outside is read: at most 256 MiB of it, nested at most 200 deep.
 *
 * <p>Without Jackson's mapper, which takes 0.15 s to begin with: more than all else that a cached
 * package needs.
 */
final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(256L << 20)
                  .maxNestingDepth(200)
                  .build())
          .build();

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  /**
   * @throws tools.jackson.core.JacksonException if it is not JSON, or the stream breaks off
   */
  static JsonParser parser(InputStream json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** One whole document; {@code parser} for the errors. */
  static JsonNode read(InputStream json) {
    try (JsonParser parser = parser(json)) {
      return parser.nextToken() == null ? NODES.missingNode() : value(parser);
    }
  }

  /** The value that begins at the parser's present token. */
  static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      // As text, so that no number is too large; none of them is calculated with.
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.stringNode(parser.getString());
      default -> NODES.nullNode();
    };
  }
}
