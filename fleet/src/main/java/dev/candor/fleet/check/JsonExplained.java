package dev.candor.fleet.check;

import static dev.candor.audit.json.InertJson.array;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import dev.candor.policy.Explanation;
import dev.candor.policy.Facts;
import dev.candor.policy.Outcome;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Why a policy decides as it does, as JSON: schema {@code candor/policy-explained/v1}, described in
 * {@code docs/policy.md}.
 */
@AutoService(ExplainedFormat.class)
public final class JsonExplained implements ExplainedFormat {
  static final String SCHEMA = "candor/policy-explained/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(PolicyExplained explained, ReportOptions options, OutputStream out) {
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", SCHEMA);
          json.writeStringProperty("policy", explained.policy().file());
          array(json, "explanations", explained.explanations(), JsonExplained::explanation);
          DecisionJson.end(json, explained.engine(), explained.created());
          json.writeEndObject();
        });
  }

  private static void explanation(JsonGenerator json, Explanation one) {
    Facts facts = one.facts();
    json.writeStartObject();
    json.writeObjectPropertyStart("facts");
    json.writeStringProperty("product", facts.product().text());
    text(json, "tool", facts.tool());
    text(json, "version", facts.version());
    text(json, "machine", facts.machine());
    text(json, "path", facts.path());
    text(json, "upstream", facts.upstream());
    text(json, "means", facts.means());
    json.writeEndObject();
    json.writeStringProperty("at", one.at().toString());
    DecisionJson.decision(json, "decision", one.decision());
    array(json, "rules", one.rules(), JsonExplained::rule);
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, Outcome outcome) {
    json.writeStartObject();
    json.writeStringProperty("rule", outcome.rule().id());
    json.writeStringProperty("state", outcome.state().word());
    json.writeStringProperty("why", outcome.why());
    array(
        json,
        "clauses",
        outcome.clauses(),
        (out, clause) -> {
          out.writeStartObject();
          out.writeStringProperty("name", clause.name());
          out.writeStringProperty("holds", clause.truth().name().toLowerCase(Locale.ROOT));
          out.writeStringProperty("why", clause.why());
          out.writeEndObject();
        });
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value) {
    value.ifPresent(it -> json.writeStringProperty(name, it));
  }
}
