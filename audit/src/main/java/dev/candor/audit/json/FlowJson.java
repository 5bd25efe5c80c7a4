package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.Fingerprint;
import dev.candor.core.Comparison;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Probe;
import dev.candor.core.Step;
import tools.jackson.core.JsonGenerator;

/** Probes, encoders and flows as JSON. */
final class FlowJson {
  private FlowJson() {}

  static void probe(JsonGenerator json, Probe probe) {
    json.writeStartObject();
    json.writeStringProperty("factor", probe.factor());
    json.writeStringProperty("reads", probe.reads());
    array(json, "compares", probe.compares(), FlowJson::comparison);
    json.writeName("location");
    StaticJson.location(json, probe.location());
    array(json, "places", probe.places(), StaticJson::location);
    json.writeEndObject();
  }

  private static void comparison(JsonGenerator json, Comparison comparison) {
    json.writeStartObject();
    json.writeStringProperty("match", comparison.match().word());
    strings(json, "values", comparison.values());
    comparison.table().ifPresent(table -> json.writeStringProperty("table", table));
    json.writeName("location");
    StaticJson.location(json, comparison.location());
    json.writeEndObject();
  }

  static void encoder(JsonGenerator json, Encoder encoder) {
    json.writeStartObject();
    json.writeStringProperty("id", Fingerprint.of(encoder));
    json.writeStringProperty("form", encoder.form().word());
    strings(json, "alternatives", encoder.alternatives());
    strings(json, "factors", encoder.factors());
    json.writeName("location");
    StaticJson.location(json, encoder.location());
    json.writeEndObject();
  }

  static void flow(JsonGenerator json, Flow flow) {
    json.writeStartObject();
    json.writeStringProperty("id", Fingerprint.of(flow));
    json.writeBooleanProperty("covert", flow.covert());
    flow.explained().ifPresent(why -> json.writeStringProperty("explained", why));
    strings(json, "factors", flow.factors());
    strings(json, "gates", flow.gates());
    array(json, "encoders", flow.encoders(), FlowJson::encoder);
    array(json, "steps", flow.steps(), FlowJson::step);
    json.writeStringProperty("confidence", flow.confidence().word());
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    json.writeStringProperty("kind", step.kind().word());
    json.writeName("location");
    StaticJson.location(json, step.location());
    json.writeStringProperty("snippet", step.snippet());
    json.writeStringProperty("why", step.why());
    json.writeEndObject();
  }
}
