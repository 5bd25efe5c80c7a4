package dev.candor.audit.json;

import dev.candor.audit.Engine;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What all reports in JSON begin and end with. */
final class JsonDocument {
  private JsonDocument() {}

  /**
   * @param members writes what stands in between
   */
  static void write(
      OutputStream out,
      String schema,
      Engine engine,
      Instant created,
      Consumer<JsonGenerator> members) {
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", schema);
          members.accept(json);
          JsonFormat.engine(json, engine);
          json.writeStringProperty("created", created.toString());
          json.writeEndObject();
        });
  }
}
