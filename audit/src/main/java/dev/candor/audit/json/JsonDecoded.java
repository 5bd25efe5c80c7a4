package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.decoding.Decoded;
import dev.candor.audit.decoding.DecodedFormat;
import dev.candor.audit.decoding.Meaning;
import dev.candor.audit.decoding.Said;
import dev.candor.audit.decoding.Sighting;
import dev.candor.core.mechanism.Truths;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Decoded logs as JSON: schema {@code candor/decoded/v1}, described in {@code
 * docs/report-schema.md}.
 */
@AutoService(DecodedFormat.class)
public final class JsonDecoded implements DecodedFormat {
  static final String SCHEMA = "candor/decoded/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Decoded decoded, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out,
        SCHEMA,
        decoded.engine(),
        decoded.created(),
        json -> {
          json.writeBooleanProperty("marked", decoded.marked());
          json.writeBooleanProperty("inconclusive", decoded.inconclusive());
          json.writeNumberProperty("files", decoded.files());
          json.writeNumberProperty("bytes", decoded.bytes());
          array(json, "meanings", decoded.meanings(), JsonDecoded::meaning);
          array(json, "sightings", decoded.sightings(), JsonDecoded::sighting);
          json.writeNumberProperty("more", decoded.more());
          strings(json, "notSeen", decoded.notSeen());
        });
  }

  private static void meaning(JsonGenerator json, Meaning meaning) {
    json.writeStartObject();
    json.writeStringProperty("mechanism", meaning.mechanism().name());
    json.writeStringProperty("carrier", meaning.carrier().id());
    json.writeBooleanProperty("marked", meaning.marked());
    json.writeNumberProperty("count", meaning.count());
    json.writeNumberProperty("doubtful", meaning.doubtful());
    meaning.first().ifPresent(time -> json.writeStringProperty("first", time.toString()));
    meaning.last().ifPresent(time -> json.writeStringProperty("last", time.toString()));
    array(json, "said", meaning.said(), JsonDecoded::said);
    json.writeEndObject();
  }

  private static void sighting(JsonGenerator json, Sighting sighting) {
    Sighting.Place place = sighting.place();
    json.writeStartObject();
    json.writeStringProperty("file", place.file());
    if (place.offset() >= 0) {
      json.writeNumberProperty("offset", place.offset());
    }
    if (place.line() > 0) {
      json.writeNumberProperty("line", place.line());
    }
    json.writeStringProperty("pointer", place.pointer());
    sighting.time().ifPresent(time -> json.writeStringProperty("time", time.toString()));
    json.writeStringProperty("mechanism", sighting.mechanism().name());
    json.writeStringProperty("carrier", sighting.carrier().id());
    json.writeStringProperty("text", sighting.text());
    json.writeBooleanProperty("marked", sighting.marked());
    json.writeBooleanProperty("inDoubt", sighting.inDoubt());
    array(json, "said", sighting.said(), JsonDecoded::said);
    json.writeEndObject();
  }

  private static void said(JsonGenerator json, Said said) {
    json.writeStartObject();
    json.writeStringProperty("slot", said.mark().slot());
    json.writeStringProperty("form", said.mark().form().word());
    json.writeName("symbol");
    JsonExposure.symbol(json, said.symbol());
    json.writeBooleanProperty("marked", said.marked());
    array(json, "means", said.meaning(), JsonDecoded::truths);
    said.doubt().ifPresent(doubt -> json.writeStringProperty("doubt", doubt));
    json.writeEndObject();
  }

  private static void truths(JsonGenerator json, Truths truths) {
    json.writeStartObject();
    truths.values().forEach(json::writeBooleanProperty);
    json.writeEndObject();
  }
}
