package dev.candor.audit.json;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON that is printable ASCII throughout: whatever else a string holds is written as {@code \}
 * {@code uXXXX}. So nothing in it acts on a terminal, an editor, or a page that embeds it, and
 * look-alike characters show as what they are.
 */
public final class InertJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new MarkupEscapes())
          .build();

  private InertJson() {}

  /**
   * Writes one value, indented by two spaces, and a line feed; flushes and does not close.
   *
   * @throws UncheckedIOException if {@code out} does not take it
   */
  public static void write(OutputStream out, Consumer<JsonGenerator> value) {
    write(out, new Indented(), value);
  }

  /** The same on one line. */
  public static void writeLine(OutputStream out, Consumer<JsonGenerator> value) {
    write(out, ObjectWriteContext.empty(), value);
  }

  private static void write(
      OutputStream out, ObjectWriteContext context, Consumer<JsonGenerator> value) {
    try {
      // Not closed: closing would close the stream, or complete a document that has failed.
      JsonGenerator json = FACTORY.createGenerator(context, out);
      value.accept(json);
      json.writeRaw('\n');
      json.flush();
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** Writes the member {@code name} with an array of strings. */
  public static void strings(JsonGenerator json, String name, List<String> values) {
    array(json, name, values, JsonGenerator::writeString);
  }

  /** Writes the member {@code name} with an array, each element as {@code element} writes it. */
  public static <T> void array(
      JsonGenerator json, String name, List<T> values, BiConsumer<JsonGenerator, T> element) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> element.accept(json, value));
    json.writeEndArray();
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter()
          .withArrayIndenter(indenter)
          .withObjectIndenter(indenter)
          .createInstance();
    }
  }

  /** Also escapes what could end a script element or an attribute, and DEL. */
  private static final class MarkupEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      for (char c : "<>&'".toCharArray()) {
        codes[c] = ESCAPE_STANDARD;
      }
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializedString getEscapeSequence(int character) {
      return new SerializedString("\\u%04x".formatted(character));
    }
  }
}
