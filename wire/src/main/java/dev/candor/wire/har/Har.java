package dev.candor.wire.har;

import dev.candor.wire.Exchange;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes exchanges as HAR 1.2 (softwareishard.com, "HAR 1.2 Spec"), each as it comes, so that no
 * more than one is held. One thread at a time.
 *
 * <p>What HAR has no field for stands in fields with an underscore, as it allows:
 *
 * <ul>
 *   <li>log: {@code _environment}, levels by factor
 *   <li>entry: {@code _number}; {@code _answered}, by what; {@code _connection}, who asked for what
 *   <li>request: {@code _asSent}, scheme, authority and target as they came, from which HAR's url
 *       is made
 *   <li>postData and content: {@code text} has the content codings undone, and {@code _body} is
 *       base64 of what was sent, where there were any; {@code _coded} is true where none could be
 *       undone; {@code _reason} says why the text is not the whole content; {@code _cut} is true
 *       where the body was longer than what was kept; {@code _encoding} of postData is as {@code
 *       encoding} of content: base64, where the text is no UTF-8
 * </ul>
 *
 * <p>Values of headers have one character for each byte. An exchange without answer has the status
 * 0, as browsers write it.
 */
public final class Har implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;
  private boolean broken;

  /**
   * Begins an archive.
   *
   * @param version of Candor
   * @param environment levels by factor; may be empty
   * @throws UncheckedIOException if {@code out} does not take it, here and in all methods
   */
  public Har(OutputStream out, String version, Map<String, String> environment) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    writing(() -> begin(version, environment));
  }

  /** Adds an exchange. */
  public void add(Exchange exchange) {
    writing(() -> EntryJson.write(json, exchange));
  }

  /** Ends the archive and flushes; the stream stays open. What broke before is left as it is. */
  @Override
  public void close() {
    if (!broken) {
      writing(() -> {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
      });
    }
  }

  private void begin(String version, Map<String, String> environment) {
    json.writeStartObject();
    json.writeObjectPropertyStart("log");
    json.writeStringProperty("version", "1.2");
    json.writeObjectPropertyStart("creator");
    json.writeStringProperty("name", "Candor");
    json.writeStringProperty("version", version);
    json.writeEndObject();
    if (!environment.isEmpty()) {
      json.writeObjectPropertyStart("_environment");
      environment.forEach((factor, level) -> Strings.write(json, factor, level));
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("entries");
  }

  private void writing(Runnable part) {
    boolean done = false;
    try {
      part.run();
      done = true;
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    } finally {
      broken |= !done;
    }
  }
}
