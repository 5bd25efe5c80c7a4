package dev.candor.audit.sarif;

import static dev.candor.audit.json.InertJson.array;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Rule;
import dev.candor.audit.json.InertJson;
import dev.candor.core.Subject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The report as SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, one result a finding. */
@AutoService(ReportFormat.class)
public final class SarifFormat implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) {
    InertJson.write(out, json -> log(json, report));
  }

  private static void log(JsonGenerator json, Report report) {
    List<Rule> rules = Rule.all();
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool(json, report, rules);
    invocation(json, report);
    artifacts(json, report);
    SarifResults.write(json, report, rules);
    // The unit of Java's strings; byte regions do not depend on it.
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void tool(JsonGenerator json, Report report, List<Rule> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Candor");
    json.writeStringProperty("version", report.engine().version());
    array(json, "rules", rules, SarifFormat::rule);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(JsonGenerator json, Rule rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("name", pascalCase(rule.title()));
    text(json, "shortDescription", rule.title());
    text(json, "fullDescription", rule.summary());
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", rule.summary());
    json.writeStringProperty("markdown", rule.page());
    json.writeEndObject();
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", word(rule.level()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void invocation(JsonGenerator json, Report report) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    json.writeStringProperty("endTimeUtc", report.created().toString());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    report
        .observed()
        .ifPresent(observed ->
            observed
                .doubts()
                .forEach(doubt -> notification(json, "warning", "in doubt: " + doubt)));
    report.notSeen().forEach(what -> notification(json, "warning", "not seen: " + what));
    report.notes().forEach(note -> notification(json, "note", note));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void notification(JsonGenerator json, String level, String message) {
    json.writeStartObject();
    json.writeStringProperty("level", level);
    text(json, "message", SarifText.of(message));
    json.writeEndObject();
  }

  private static void artifacts(JsonGenerator json, Report report) {
    List<Subject> subjects = new ArrayList<>(List.of(report.subject()));
    subjects.addAll(report.parts());
    array(json, "artifacts", subjects, SarifFormat::artifact);
  }

  private static void artifact(JsonGenerator json, Subject subject) {
    json.writeStartObject();
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("uri", SarifUri.ofPurl(subject.purl()));
    json.writeEndObject();
    subject
        .digest()
        .ifPresent(digest -> {
          json.writeObjectPropertyStart("hashes");
          json.writeStringProperty(SarifText.hashName(digest.algorithm()), digest.hex());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  static void text(JsonGenerator json, String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  static String word(Rule.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /**
   * SARIF 3.49.7 wants a rule's name to be an identifier; fingerprints' names look better as one.
   */
  static String pascalCase(String title) {
    StringBuilder name = new StringBuilder();
    for (String word : title.split(" ")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
