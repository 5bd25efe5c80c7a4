package dev.candor.audit.watch;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.Report;
import dev.candor.audit.difference.Delta;
import dev.candor.audit.json.InertJson;
import dev.candor.audit.json.SignalJson;
import dev.candor.core.Subject;
import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * An event as it is posted: schema {@code candor/watch-event/v1}, described in {@code
 * docs/watch.md}. A summary; what is quoted from an artifact stands in {@code doubts} only, made
 * visible and cut.
 */
final class EventJson {
  static final String SCHEMA = "candor/watch-event/v1";

  private static final int MOST_DOUBTS = 8;
  private static final int LONGEST = 400;

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
    json.writeArrayPropertyStart("signals");
    changes(json, event.signals().covert());
    changes(json, event.signals().opaque());
    json.writeEndArray();
    strings(json, "reasons", event.reasons());
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", event.engine().name());
    json.writeStringProperty("version", event.engine().version());
    json.writeStringProperty("java", event.engine().java());
    json.writeEndObject();
    json.writeStringProperty("created", event.created().toString());
    json.writeEndObject();
  }

  private static void changes(JsonGenerator json, Delta<Signal> delta) {
    delta.appeared().forEach(signal -> signal(json, Optional.of("appeared"), signal));
    delta.changed().forEach(change -> signal(json, Optional.of("changed"), change.newer()));
    delta.vanished().forEach(signal -> signal(json, Optional.of("vanished"), signal));
  }

  private static void seen(JsonGenerator json, String name, Seen seen) {
    Subject subject = seen.look().report().subject();
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("version", seen.version());
    json.writeStringProperty("purl", subject.purl());
    subject
        .digest()
        .ifPresent(digest -> {
          json.writeObjectPropertyStart("digest");
          json.writeStringProperty(digest.algorithm(), digest.hex());
          json.writeEndObject();
        });
    seen.published().ifPresent(time -> json.writeStringProperty("published", time.toString()));
    json.writeStringProperty("state", seen.look().state().word());
    seen.look().mechanism().ifPresent(id -> json.writeStringProperty("mechanism", id));
    seen.verdict()
        .ifPresent(verdict -> {
          json.writeStringProperty("verdict", verdict.word());
          json.writeNumberProperty("trials", trials(seen));
          array(
              json,
              "signals",
              seen.signals(),
              (to, signal) -> signal(to, Optional.empty(), signal));
        });
    if (!seen.doubts().isEmpty()) {
      strings(
          json, "doubts", seen.doubts().stream().limit(MOST_DOUBTS).map(EventJson::shown).toList());
    }
    json.writeEndObject();
  }

  private static int trials(Seen seen) {
    return seen.report()
        .flatMap(Report::observed)
        .map(observed -> observed.trials().size())
        .orElse(0);
  }

  private static void signal(JsonGenerator json, Optional<String> change, Signal signal) {
    json.writeStartObject();
    change.ifPresent(how -> json.writeStringProperty("change", how));
    strings(json, "factors", signal.factors().stream().map(EventJson::shown).toList());
    json.writeStringProperty("form", signal.form().word());
    SignalJson.number(json, "bits", signal.bits());
    json.writeEndObject();
  }

  private static String shown(String hostile) {
    return Visible.of(hostile, LONGEST);
  }
}
