package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.disclosure.DisclosureCheck;
import dev.candor.audit.disclosure.DisclosureCheckFormat;
import java.io.OutputStream;
import java.util.Locale;

/**
 * What a disclosure covers of a report, as JSON: schema {@code candor/disclosed/v1}, described in
 * {@code docs/report-schema.md}.
 */
@AutoService(DisclosureCheckFormat.class)
public final class JsonDisclosureCheck implements DisclosureCheckFormat {
  static final String SCHEMA = "candor/disclosed/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(DisclosureCheck check, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out,
        SCHEMA,
        check.engine(),
        check.created(),
        json -> {
          json.writeStringProperty("file", check.file());
          json.writeStringProperty(
              "outcome", check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
          json.writeName("subject");
          JsonFormat.subject(json, check.subject());
          check.verdict().ifPresent(verdict -> json.writeStringProperty("verdict", verdict.word()));
          json.writeName("disclosure");
          DisclosureJson.write(json, check.disclosed());
          strings(json, "notes", check.notes());
        });
  }
}
