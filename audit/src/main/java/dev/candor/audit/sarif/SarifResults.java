package dev.candor.audit.sarif;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.Finding;
import dev.candor.audit.Rule;
import dev.candor.core.Location;
import dev.candor.core.StaticFindings;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The member {@code results} of a SARIF run. */
final class SarifResults {
  /** Versioned, as SARIF 3.27.16 asks, so that another way to count it can stand beside it. */
  private static final String FINGERPRINT = "candorTable/v1";

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
    physical(json, finding.location());
    json.writeEndObject();
    json.writeEndArray();
    related(json, finding.related());
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty(FINGERPRINT, finding.fingerprint());
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
          physical(out, place.location());
          SarifFormat.text(out, "message", place.what());
          out.writeEndObject();
        });
  }

  private static void physical(JsonGenerator json, Location location) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", SarifUri.ofModule(location.module()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("byteOffset", location.range().start());
    json.writeNumberProperty("byteLength", location.range().length());
    json.writeEndObject();
    json.writeEndObject();
  }
}
