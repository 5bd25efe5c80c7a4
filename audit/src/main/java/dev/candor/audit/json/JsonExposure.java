package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.exposure.Exposure;
import dev.candor.audit.exposure.Exposure.Held;
import dev.candor.audit.exposure.Exposure.Sent;
import dev.candor.audit.exposure.ExposureFormat;
import dev.candor.audit.exposure.ExposureReport;
import dev.candor.audit.exposure.Reading;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.Symbols;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Exposure as JSON: schema {@code candor/exposure/v1}, described in {@code docs/report-schema.md}.
 */
@AutoService(ExposureFormat.class)
public final class JsonExposure implements ExposureFormat {
  static final String SCHEMA = "candor/exposure/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(ExposureReport report, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out,
        SCHEMA,
        report.engine(),
        report.created(),
        json -> {
          json.writeStringProperty("marked", word(report.marked()));
          array(json, "mechanisms", report.exposures(), JsonExposure::exposure);
        });
  }

  private static void exposure(JsonGenerator json, Exposure exposure) {
    json.writeStartObject();
    mechanism(json, exposure.mechanism());
    json.writeStringProperty("marked", word(exposure.marked()));
    array(json, "readings", exposure.readings(), JsonExposure::reading);
    array(json, "conditions", exposure.conditions(), JsonExposure::held);
    json.writeStringProperty("gate", word(exposure.gate()));
    json.writeBooleanProperty("gateComplete", exposure.mechanism().gate().complete());
    array(json, "marks", exposure.marks(), JsonExposure::sent);
    strings(json, "texts", exposure.texts());
    json.writeEndObject();
  }

  /** Which mechanism is meant. */
  static void mechanism(JsonGenerator json, Mechanism mechanism) {
    json.writeStringProperty("name", mechanism.name());
    json.writeStringProperty("package", mechanism.purl());
    json.writeStringProperty("versions", mechanism.versions());
  }

  private static void reading(JsonGenerator json, Reading reading) {
    json.writeStartObject();
    json.writeStringProperty("factor", reading.factor());
    switch (reading) {
      case Reading.Found found -> {
        json.writeStringProperty("state", "found");
        strings(json, "levels", found.levels());
        json.writeStringProperty("source", found.source());
      }
      case Reading.Absent absent -> {
        json.writeStringProperty("state", "absent");
        json.writeStringProperty("source", absent.source());
      }
      case Reading.Unreadable unreadable -> {
        json.writeStringProperty("state", "unreadable");
        json.writeStringProperty("why", unreadable.why());
      }
    }
    json.writeEndObject();
  }

  private static void held(JsonGenerator json, Held held) {
    json.writeStartObject();
    json.writeStringProperty("id", held.condition().id());
    json.writeStringProperty("factor", held.condition().factor());
    json.writeStringProperty(
        "holds", held.holds().map(yes -> yes ? "yes" : "no").orElse("unknown"));
    strings(json, "by", held.by());
    json.writeEndObject();
  }

  private static void sent(JsonGenerator json, Sent sent) {
    json.writeStartObject();
    json.writeStringProperty("carrier", sent.mark().carrier().id());
    json.writeStringProperty("slot", sent.mark().slot());
    json.writeStringProperty("form", sent.mark().form().word());
    json.writeStringProperty("marked", word(sent.marked()));
    array(json, "symbols", sent.symbols(), JsonExposure::symbol);
    json.writeName("unmarked");
    symbol(json, sent.mark().unmarked());
    json.writeEndObject();
  }

  /** A symbol, as it is and by its code points. */
  static void symbol(JsonGenerator json, String symbol) {
    json.writeStartObject();
    json.writeStringProperty("text", symbol);
    json.writeStringProperty("points", Symbols.points(symbol));
    json.writeEndObject();
  }

  private static String word(Enum<?> answer) {
    return answer.name().toLowerCase(Locale.ROOT);
  }
}
