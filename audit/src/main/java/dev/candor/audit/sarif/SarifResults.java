package dev.candor.audit.sarif;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.Finding;
import dev.candor.audit.Rule;
import dev.candor.core.Location;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The member {@code results} of a SARIF run. */
final class SarifResults {
  /** Versioned, as SARIF 3.27.16 asks, so that another way to count it can stand beside it. */
  private static final String VERSION = "/v1";

  private SarifResults() {}

  static void write(JsonGenerator json, StaticFindings findings, List<Rule> rules) {
    json.writeArrayPropertyStart("results");
    for (int i = 0; i < rules.size(); i++) {
      for (Finding finding : rules.get(i).findings(findings)) {
        result(json, rules.get(i), i, finding);
      }
    }
    json.writeEndArray();
  }

  private static void result(JsonGenerator json, Rule rule, int index, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", rule.id());
    json.writeNumberProperty("ruleIndex", index);
    json.writeStringProperty("level", SarifFormat.word(rule.level()));
    SarifFormat.text(json, "message", SarifText.of(finding.message()));
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(json, finding.location(), "");
    json.writeEndObject();
    json.writeEndArray();
    related(json, finding.related());
    if (!finding.steps().isEmpty()) {
      flow(json, finding.steps());
    }
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty(
        "candor" + SarifFormat.pascalCase(rule.noun()) + VERSION, finding.fingerprint());
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    finding.properties().forEach((name, values) -> strings(json, name, values));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, List<Finding.Related> related) {
    array(
        json,
        "relatedLocations",
        // SARIF wants them unique; a place can be stored and used at once.
        related.stream().distinct().toList(),
        (out, place) -> {
          out.writeStartObject();
          physical(out, place.location(), "");
          SarifFormat.text(out, "message", place.what());
          out.writeEndObject();
        });
  }

  /** One code flow of one thread: what the steps' order means is in their words. */
  private static void flow(JsonGenerator json, List<Step> steps) {
    json.writeArrayPropertyStart("codeFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("threadFlows");
    json.writeStartObject();
    array(json, "locations", steps, SarifResults::step);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    json.writeObjectPropertyStart("location");
    physical(json, step.location(), step.snippet());
    SarifFormat.text(json, "message", SarifText.of(step.why()));
    json.writeEndObject();
    strings(json, "kinds", List.of(step.kind().word()));
    json.writeEndObject();
  }

  private static void physical(JsonGenerator json, Location location, String snippet) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", SarifUri.ofModule(location.module()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("byteOffset", location.range().start());
    json.writeNumberProperty("byteLength", location.range().length());
    if (!snippet.isEmpty()) {
      json.writeObjectPropertyStart("snippet");
      // Not its text: the snippet is indented anew and shortened.
      SarifFormat.text(json, "rendered", SarifText.lines(snippet));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
