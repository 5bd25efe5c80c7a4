package dev.candor.audit.sarif;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.Finding;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.Report;
import dev.candor.audit.Rule;
import dev.candor.audit.SignalRule;
import dev.candor.audit.StaticRule;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.suppression.Suppressed;
import dev.candor.audit.suppression.Suppression;
import dev.candor.core.Location;
import dev.candor.core.Step;
import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The member {@code results} of a SARIF run. */
final class SarifResults {
  /** Versioned, as SARIF 3.27.16 asks, so that another way to count it can stand beside it. */
  private static final String VERSION = "/v1";

  private SarifResults() {}

  static void write(JsonGenerator json, Report report, List<Rule> rules) {
    Optional<Suppressed> reviewed = report.suppressed();
    json.writeArrayPropertyStart("results");
    for (int i = 0; i < rules.size(); i++) {
      switch (rules.get(i)) {
        case StaticRule rule -> {
          for (Finding finding : rule.findings(report.findings())) {
            result(json, rule, i, finding, reviewed);
          }
        }
        case SignalRule rule -> {
          for (Confirmed one : report.observed().map(Observed::signals).orElse(List.of())) {
            if (one.signal().form() == rule.form()) {
              signal(json, rule, i, one, reviewed);
            }
          }
        }
      }
    }
    json.writeEndArray();
  }

  /** The members that each result begins with. */
  private static void begin(JsonGenerator json, Rule rule, int index, String message) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", rule.id());
    json.writeNumberProperty("ruleIndex", index);
    json.writeStringProperty("level", SarifFormat.word(rule.level()));
    SarifFormat.text(json, "message", SarifText.of(message));
  }

  private static void fingerprint(JsonGenerator json, Rule rule, String fingerprint) {
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("candor" + SarifFormat.pascalCase(rule.noun()) + VERSION, fingerprint);
    json.writeEndObject();
  }

  /**
   * Who and why, where a finding was reviewed (SARIF 3.35); once anything was reviewed, the others
   * have an empty list (3.27.23).
   */
  private static void suppressions(JsonGenerator json, Optional<Suppression> by) {
    array(
        json,
        "suppressions",
        by.stream().toList(),
        (to, one) -> {
          to.writeStartObject();
          to.writeStringProperty("kind", "external");
          to.writeStringProperty("status", "accepted");
          to.writeStringProperty(
              "justification",
              Visible.of("%s (%s, %s)".formatted(one.reason(), one.by(), one.until())));
          to.writeEndObject();
        });
  }

  /** It stands in what was sent, not in a file: its location is the carrier. */
  private static void signal(
      JsonGenerator json,
      Rule rule,
      int index,
      Confirmed confirmed,
      Optional<Suppressed> reviewed) {
    Signal signal = confirmed.signal();
    begin(json, rule, index, SarifSignal.message(confirmed));
    array(json, "locations", List.of(signal.carrier()), SarifSignal::location);
    array(
        json,
        "relatedLocations",
        signal.also().stream().distinct().toList(),
        SarifSignal::location);
    fingerprint(json, rule, Fingerprint.of(signal));
    reviewed.ifPresent(all -> suppressions(json, all.by(signal)));
    json.writeName("properties");
    SarifSignal.properties(json, confirmed);
    json.writeEndObject();
  }

  private static void result(
      JsonGenerator json, Rule rule, int index, Finding finding, Optional<Suppressed> reviewed) {
    begin(json, rule, index, finding.message());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physical(json, finding.location(), "");
    json.writeEndObject();
    json.writeEndArray();
    related(json, finding.related());
    if (!finding.steps().isEmpty()) {
      flow(json, finding.steps());
    }
    fingerprint(json, rule, finding.fingerprint());
    reviewed.ifPresent(all -> suppressions(json, all.by(rule.id(), finding)));
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
