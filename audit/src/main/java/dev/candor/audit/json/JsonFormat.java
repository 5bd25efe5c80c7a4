package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.core.Subject;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * The report as JSON: schema {@code candor/report/v1}, described in {@code docs/report-schema.md}.
 */
@AutoService(ReportFormat.class)
public final class JsonFormat implements ReportFormat {
  static final String SCHEMA = "candor/report/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) {
    InertJson.write(out, json -> report(json, report, options));
  }

  private static void report(JsonGenerator json, Report report, ReportOptions options) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeName("subject");
    subject(json, report.subject());
    array(json, "parts", report.parts(), JsonFormat::subject);
    report.verdict().ifPresent(verdict -> json.writeStringProperty("verdict", verdict.word()));
    strings(json, "reasons", report.reasons());
    json.writeName("static");
    StaticJson.write(json, report.findings(), options.all());
    report
        .observed()
        .ifPresent(observed -> {
          json.writeName("observed");
          ObservedJson.write(json, observed);
        });
    report
        .disclosed()
        .ifPresent(disclosed -> {
          json.writeName("disclosure");
          DisclosureJson.write(json, disclosed);
        });
    report.suppressed().ifPresent(suppressed -> SuppressionJson.write(json, suppressed));
    array(json, "mechanisms", report.mechanism().stream().toList(), MechanismJson::write);
    strings(json, "notSeen", report.notSeen());
    strings(json, "notes", report.notes());
    engine(json, report.engine());
    json.writeStringProperty("created", report.created().toString());
    json.writeEndObject();
  }

  static void subject(JsonGenerator json, Subject subject) {
    json.writeStartObject();
    json.writeStringProperty("purl", subject.purl());
    subject
        .digest()
        .ifPresent(digest -> {
          json.writeObjectPropertyStart("digest");
          json.writeStringProperty(digest.algorithm(), digest.hex());
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  static void engine(JsonGenerator json, Engine engine) {
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", engine.name());
    json.writeStringProperty("version", engine.version());
    json.writeStringProperty("java", engine.java());
    json.writeEndObject();
  }
}
