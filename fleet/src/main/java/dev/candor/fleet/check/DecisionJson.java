package dev.candor.fleet.check;

import static dev.candor.audit.json.InertJson.array;

import dev.candor.audit.Engine;
import dev.candor.fleet.inventory.Installation;
import dev.candor.policy.Decision;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Decisions and what they are of, as members of JSON objects. */
final class DecisionJson {
  private DecisionJson() {}

  static void installation(JsonGenerator json, String machine, Installation one) {
    json.writeStringProperty("machine", machine);
    json.writeStringProperty("tool", one.tool());
    json.writeStringProperty("purl", one.purl());
    one.version().ifPresent(it -> json.writeStringProperty("version", it));
    json.writeStringProperty("means", one.means().word());
    json.writeStringProperty("place", one.place());
  }

  /** As the value of a member of that name. */
  static void decision(JsonGenerator json, String name, Decision decision) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("action", decision.action().word());
    decision.rule().ifPresent(it -> json.writeStringProperty("rule", it));
    json.writeStringProperty("why", decision.why());
    decision.since().ifPresent(it -> json.writeStringProperty("since", it.toString()));
    decision.replacement().ifPresent(it -> json.writeStringProperty("replacement", it));
    decision
        .waived()
        .ifPresent(it -> {
          json.writeObjectPropertyStart("waived");
          json.writeStringProperty("rule", it.rule());
          json.writeStringProperty("action", it.action().word());
          json.writeStringProperty("by", it.waiver().by());
          json.writeStringProperty("until", it.waiver().until());
          json.writeStringProperty("reason", it.waiver().reason());
          it.waiver().ticket().ifPresent(ticket -> json.writeStringProperty("ticket", ticket));
          json.writeEndObject();
        });
    array(
        json,
        "undecided",
        decision.undecided(),
        (out, it) -> {
          out.writeStartObject();
          out.writeStringProperty("rule", it.rule());
          out.writeStringProperty("action", it.action().word());
          out.writeStringProperty("why", it.why());
          out.writeEndObject();
        });
    json.writeEndObject();
  }

  /** What all documents end with. */
  static void end(JsonGenerator json, Engine engine, Instant created) {
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", engine.name());
    json.writeStringProperty("version", engine.version());
    json.writeStringProperty("java", engine.java());
    json.writeEndObject();
    json.writeStringProperty("created", created.toString());
  }
}
