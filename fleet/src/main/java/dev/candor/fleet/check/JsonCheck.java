package dev.candor.fleet.check;

import static dev.candor.audit.json.InertJson.array;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * What a policy says of inventories, as JSON: schema {@code candor/policy-check/v1}, described in
 * {@code docs/policy.md}.
 */
@AutoService(CheckFormat.class)
public final class JsonCheck implements CheckFormat {
  static final String SCHEMA = "candor/policy-check/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(PolicyCheck check, ReportOptions options, OutputStream out) {
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", SCHEMA);
          json.writeStringProperty("policy", check.policy().file());
          json.writeStringProperty("zone", check.policy().zone().getId());
          json.writeStringProperty("at", check.at().toString());
          json.writeNumberProperty("days", check.days());
          json.writeStringProperty("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
          json.writeNumberProperty("machines", check.machines());
          json.writeNumberProperty("installations", check.installations());
          json.writeNumberProperty("denied", check.denied());
          json.writeNumberProperty("warned", check.warned());
          json.writeNumberProperty("soon", check.soon());
          json.writeNumberProperty("undecided", check.undecided());
          array(json, "told", check.told(), JsonCheck::told);
          DecisionJson.end(json, check.engine(), check.created());
          json.writeEndObject();
        });
  }

  private static void told(JsonGenerator json, Checked one) {
    json.writeStartObject();
    DecisionJson.installation(json, one.machine(), one.installation());
    DecisionJson.decision(json, "decision", one.decision());
    one.soon()
        .ifPresent(soon -> {
          json.writeStringProperty("deniedFrom", soon.from().toString());
          DecisionJson.decision(json, "then", soon.decision());
        });
    json.writeEndObject();
  }
}
