package dev.candor.fleet.plan;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A plan as JSON: schema {@code candor/policy-plan/v1}, described in {@code docs/policy.md}. */
@AutoService(PlanFormat.class)
public final class JsonPlan implements PlanFormat {
  static final String SCHEMA = "candor/policy-plan/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Plan plan, ReportOptions options, OutputStream out) {
    InertJson.write(out, json -> plan(json, plan));
  }

  static void plan(JsonGenerator json, Plan plan) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("policy", plan.policy());
    json.writeStringProperty("machine", plan.machine());
    json.writeStringProperty("root", plan.root());
    array(json, "steps", plan.steps(), JsonPlan::step);
    strings(json, "byHand", plan.byHand());
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", plan.engine().name());
    json.writeStringProperty("version", plan.engine().version());
    json.writeStringProperty("java", plan.engine().java());
    json.writeEndObject();
    json.writeStringProperty("created", plan.created().toString());
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    json.writeStringProperty("kind", step.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("what", step.what());
    strings(json, "command", step.command());
    strings(json, "undo", step.undo());
    step.gone().ifPresent(it -> json.writeStringProperty("gone", it.toString()));
    json.writeEndObject();
  }
}
