package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The header of an asar archive: folders are {@code {"files": {name: ...}}}, files {@code {"size":
 * number, "offset": "number"}}, the offset counted from the end of the header. Read as a stream, so
 * that a large header costs no tree.
 */
final class AsarHeader {
  private static final int MOST_FILES = 500_000;
  private static final int LONGEST_PATH = 4096;
  private static final JsonFactory JSON = new JsonFactory();

  private final Content content;
  private final long base;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param base where the files' bytes begin
   */
  AsarHeader(Content content, long base) {
    this.content = content;
    this.base = base;
  }

  /** The files; empty when the header is no such JSON. */
  List<Piece> pieces(byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        node(parser, "");
      }
      return pieces;
    } catch (JacksonException damaged) {
      return List.of();
    }
  }

  /** Reads one object, whose start was read; nesting is bounded by the parser's own limit. */
  private void node(JsonParser parser, String path) {
    long size = -1;
    long offset = -1;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("files") && value == JsonToken.START_OBJECT) {
        files(parser, path);
      } else if (key.equals("size") && value == JsonToken.VALUE_NUMBER_INT) {
        size = parser.getValueAsLong(-1);
      } else if (key.equals("offset") && value == JsonToken.VALUE_STRING) {
        offset = parser.getValueAsLong(-1);
      } else {
        parser.skipChildren();
      }
    }
    if (size > 0 && offset >= 0 && offset <= content.size() && pieces.size() < MOST_FILES) {
      long start = base + offset;
      if (start <= content.size() - size) {
        ByteRange range = new ByteRange(start, start + size);
        pieces.add(new Piece(path, Sources.language(path, content, range), range));
      }
    }
  }

  private void files(JsonParser parser, String folder) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      String path = folder.isEmpty() ? name : folder + "/" + name;
      if (parser.nextToken() == JsonToken.START_OBJECT && path.length() <= LONGEST_PATH) {
        node(parser, path);
      } else {
        parser.skipChildren();
      }
    }
  }
}
