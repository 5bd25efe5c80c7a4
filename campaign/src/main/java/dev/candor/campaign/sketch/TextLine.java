package dev.candor.campaign.sketch;

import dev.candor.campaign.log.Column;
import java.io.StringWriter;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Turns a line with texts into one with sketches and nothing else but columns of exchange logs. */
final class TextLine {
  /** The longest line, in bytes: a prompt with much context. */
  static final int LONGEST = 16 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxNumberLength(50)
                  .maxStringLength(LONGEST)
                  .maxNameLength(1 << 20)
                  .build())
          .build();

  private final SketchRequest request;
  private final Sketch sketch;

  TextLine(SketchRequest request) {
    this.request = request;
    sketch = new Sketch(request.key());
  }

  /**
   * The line without its texts.
   *
   * @throws IllegalArgumentException if it is no object, or a text in it is none; the message is
   *     the reason
   */
  String sketched(String line) {
    StringWriter out = new StringWriter();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), line);
        JsonGenerator to = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      to.writeStartObject();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals(request.text())) {
          put(Column.SKETCH, text(value, in), to);
        } else if (name.equals(request.system())) {
          put(Column.SYSTEM_SKETCH, text(value, in), to);
        } else if (Column.named(name).filter(TextLine::kept).isPresent()) {
          to.writeName(name);
          to.copyCurrentStructure(in);
        } else {
          in.skipChildren();
        }
      }
      to.writeEndObject();
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("text follows the JSON object");
      }
    } catch (JacksonException e) {
      // Not its message, which may quote the text.
      throw new IllegalArgumentException("no well-formed JSON within the bounds");
    }
    return out.toString();
  }

  /** Sketches are made here, not taken over. */
  private static boolean kept(Column column) {
    return column.type() != Column.Type.SKETCH;
  }

  private static String text(JsonToken value, JsonParser in) {
    return switch (value) {
      case VALUE_STRING -> in.getString();
      case VALUE_NULL -> "";
      default -> throw new IllegalArgumentException("the member with the text is no text");
    };
  }

  private void put(Column column, String text, JsonGenerator to) {
    OptionalLong found = sketch.of(text);
    if (found.isPresent()) {
      to.writeName(column.label());
      to.writeString(Long.toUnsignedString(found.getAsLong()));
    }
  }
}
