package dev.candor.fleet.check;

import static dev.candor.audit.json.InertJson.array;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * What another policy changes, as JSON: schema {@code candor/policy-difference/v1}, described in
 * {@code docs/policy.md}.
 */
@AutoService(PolicyDifferenceFormat.class)
public final class JsonPolicyDifference implements PolicyDifferenceFormat {
  static final String SCHEMA = "candor/policy-difference/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(PolicyDifference difference, ReportOptions options, OutputStream out) {
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", SCHEMA);
          json.writeStringProperty("before", difference.before().file());
          json.writeStringProperty("after", difference.after().file());
          json.writeStringProperty("at", difference.at().toString());
          json.writeNumberProperty("machines", difference.machines());
          json.writeNumberProperty("installations", difference.installations());
          json.writeNumberProperty("newlyDenied", difference.newlyDenied());
          array(json, "changes", difference.changes(), JsonPolicyDifference::change);
          DecisionJson.end(json, difference.engine(), difference.created());
          json.writeEndObject();
        });
  }

  private static void change(JsonGenerator json, PolicyDifference.Change one) {
    json.writeStartObject();
    DecisionJson.installation(json, one.machine(), one.installation());
    DecisionJson.decision(json, "before", one.before());
    DecisionJson.decision(json, "after", one.after());
    json.writeEndObject();
  }
}
