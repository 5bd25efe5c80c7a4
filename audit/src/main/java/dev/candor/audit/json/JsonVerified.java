package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.verify.Flaw;
import dev.candor.audit.verify.Verified;
import dev.candor.audit.verify.VerifiedFormat;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * What a verification found, as JSON: schema {@code candor/verified/v1}, described in {@code
 * docs/report-schema.md}.
 */
@AutoService(VerifiedFormat.class)
public final class JsonVerified implements VerifiedFormat {
  static final String SCHEMA = "candor/verified/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Verified verified, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out,
        SCHEMA,
        verified.engine(),
        verified.created(),
        json -> {
          json.writeStringProperty("file", verified.file());
          json.writeStringProperty(
              "outcome", verified.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
          strings(json, "claim", verified.claim());
          array(json, "flaws", verified.flaws(), JsonVerified::flaw);
          strings(json, "held", verified.held());
          strings(json, "open", verified.open());
          strings(json, "notes", verified.notes());
        });
  }

  private static void flaw(JsonGenerator json, Flaw flaw) {
    json.writeStartObject();
    json.writeStringProperty("place", flaw.place());
    json.writeStringProperty("what", flaw.what());
    json.writeEndObject();
  }
}
