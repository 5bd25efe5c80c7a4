package dev.candor.audit.watch;

import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.json.InertJson;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * An event as it is posted: schema {@code candor/watch-event/v1}, described in {@code
 * docs/watch.md}. A summary; nothing quoted from an artifact is in it.
 */
final class EventJson {
  static final String SCHEMA = "candor/watch-event/v1";

  private EventJson() {}

  static byte[] bytes(Event event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.write(out, json -> write(json, event));
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Event event) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("id", event.id());
    json.writeStringProperty("kind", event.kind().word());
    json.writeStringProperty("package", event.name());
    event.older().ifPresent(older -> seen(json, "older", older));
    seen(json, "newer", event.newer());
    strings(json, "reasons", event.reasons());
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", event.engine().name());
    json.writeStringProperty("version", event.engine().version());
    json.writeStringProperty("java", event.engine().java());
    json.writeEndObject();
    json.writeStringProperty("created", event.created().toString());
    json.writeEndObject();
  }

  private static void seen(JsonGenerator json, String name, Event.Seen seen) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("version", seen.version());
    json.writeStringProperty("purl", seen.look().report().subject().purl());
    seen.look()
        .report()
        .subject()
        .digest()
        .ifPresent(digest -> {
          json.writeObjectPropertyStart("digest");
          json.writeStringProperty(digest.algorithm(), digest.hex());
          json.writeEndObject();
        });
    seen.published().ifPresent(time -> json.writeStringProperty("published", time.toString()));
    json.writeStringProperty("state", seen.look().state().word());
    seen.look().mechanism().ifPresent(id -> json.writeStringProperty("mechanism", id));
    json.writeEndObject();
  }
}
