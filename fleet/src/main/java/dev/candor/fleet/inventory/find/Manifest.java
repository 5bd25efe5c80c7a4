package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * What a {@code package.json} says of itself; the rest is passed over.
 *
 * @param publisher of an editor's extension
 * @param forEditor whether it names an editor that it runs in
 */
record Manifest(
    Optional<String> name,
    Optional<String> version,
    Optional<String> publisher,
    boolean forEditor) {
  /** Those of the largest extensions have under one. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int LONGEST = 256;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_BYTES)
                  .maxNestingDepth(100)
                  .build())
          .build();

  /**
   * @throws IOException if it cannot be read, is too large, or no JSON
   */
  static Manifest read(Entry file) throws IOException {
    return parse(file.bytes(MOST_BYTES));
  }

  static Manifest parse(byte[] json) throws IOException {
    Optional<String> name = Optional.empty();
    Optional<String> version = Optional.empty();
    Optional<String> publisher = Optional.empty();
    boolean forEditor = false;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String member = parser.currentName();
          parser.nextToken();
          switch (member) {
            case "name" -> name = text(parser);
            case "version" -> version = text(parser);
            case "publisher" -> publisher = text(parser);
            case "engines" -> forEditor = hasEditor(parser);
            default -> parser.skipChildren();
          }
        }
      }
    } catch (JacksonException e) {
      throw new Unread("no JSON, not read", e);
    }
    return new Manifest(name, version, publisher, forEditor);
  }

  private static Optional<String> text(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return Optional.empty();
    }
    return Optional.of(parser.getString())
        .filter(text -> !text.isBlank() && text.length() <= LONGEST);
  }

  private static boolean hasEditor(JsonParser parser) {
    boolean found = false;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        found |= parser.currentName().equals("vscode");
        parser.nextToken();
        parser.skipChildren();
      }
    } else {
      parser.skipChildren();
    }
    return found;
  }
}
