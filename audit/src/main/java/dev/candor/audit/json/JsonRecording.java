package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.recording.ModelText;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.audit.recording.RecordingFormat;
import dev.candor.lab.install.Installation;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.room.RoomResult;
import dev.candor.wire.Exchange;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * A recorded run as JSON: schema {@code candor/recording/v1}, described in {@code
 * docs/report-schema.md}. The exchanges' own bytes are in the HAR.
 */
@AutoService(RecordingFormat.class)
public final class JsonRecording implements RecordingFormat {
  static final String SCHEMA = "candor/recording/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(RecordedRun run, ReportOptions options, OutputStream out) {
    JsonDocument.write(out, SCHEMA, run.engine(), run.created(), json -> run(json, run));
  }

  private static void run(JsonGenerator json, RecordedRun run) {
    json.writeName("subject");
    JsonFormat.subject(json, run.installation().subject());
    json.writeStringProperty("tool", run.tool());
    strings(json, "command", run.command());
    run.installation()
        .runtime()
        .ifPresent(runtime -> {
          json.writeName("runtime");
          runtime(json, runtime);
        });
    array(json, "packages", run.installation().packages(), JsonRecording::installed);
    json.writeObjectPropertyStart("environment");
    run.environment().levels().forEach(json::writeStringProperty);
    json.writeEndObject();
    strings(json, "reasons", run.reasons());
    end(json, run.result().room());
    array(json, "receipt", run.receipt().entries(), JsonRecording::entry);
    array(json, "unreadable", run.unreadable(), JsonRecording::unreadable);
    array(json, "requests", run.result().exchanges(), JsonRecording::request);
    array(json, "lookups", run.result().lookups(), JsonRecording::lookup);
    array(json, "texts", run.texts(), JsonRecording::text);
    strings(json, "notSeen", run.notSeen());
    strings(json, "notes", run.notes());
  }

  static void runtime(JsonGenerator json, Installation.Interpreter runtime) {
    json.writeStartObject();
    json.writeStringProperty("name", runtime.name());
    json.writeStringProperty("version", runtime.version());
    json.writeName("subject");
    JsonFormat.subject(json, runtime.subject());
    json.writeEndObject();
  }

  static void installed(JsonGenerator json, Installation.Installed installed) {
    json.writeStartObject();
    json.writeStringProperty("location", installed.location());
    json.writeName("subject");
    JsonFormat.subject(json, installed.subject());
    json.writeBooleanProperty("installScript", installed.installScript());
    json.writeEndObject();
  }

  private static void end(JsonGenerator json, RoomResult room) {
    json.writeObjectPropertyStart("end");
    json.writeStringProperty("how", room.end().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("status", room.exit());
    json.writeNumberProperty("milliseconds", room.time().toMillis());
    json.writeNumberProperty("peakMemory", room.peakMemory());
    json.writeStringProperty("output", new String(room.output(), StandardCharsets.UTF_8));
    json.writeStringProperty("errors", new String(room.errors(), StandardCharsets.UTF_8));
    json.writeEndObject();
  }

  static void entry(JsonGenerator json, Receipt.Entry entry) {
    json.writeStartObject();
    json.writeStringProperty("fact", entry.fact().factor());
    json.writeStringProperty("value", entry.fact().value());
    json.writeStringProperty("destination", entry.destination());
    json.writeStringProperty("request", entry.request());
    json.writeStringProperty("where", entry.where());
    json.writeStringProperty("rendering", entry.rendering());
    json.writeNumberProperty("times", entry.times());
    json.writeEndObject();
  }

  static void unreadable(JsonGenerator json, Unreadable body) {
    json.writeStartObject();
    json.writeStringProperty("destination", body.destination());
    json.writeStringProperty("request", body.request());
    json.writeStringProperty("why", body.why());
    json.writeNumberProperty("times", body.times());
    json.writeNumberProperty("bytes", body.bytes());
    json.writeEndObject();
  }

  private static void lookup(JsonGenerator json, Lookup lookup) {
    json.writeStartObject();
    json.writeStringProperty("name", lookup.name());
    json.writeStringProperty("type", lookup.type());
    json.writeNumberProperty("times", lookup.times());
    json.writeEndObject();
  }

  private static void request(JsonGenerator json, Exchange exchange) {
    json.writeStartObject();
    json.writeNumberProperty("number", exchange.number());
    json.writeStringProperty("host", exchange.host());
    json.writeStringProperty("method", exchange.request().method());
    json.writeStringProperty("target", exchange.request().target());
    json.writeStringProperty("protocol", exchange.request().protocol().text());
    json.writeBooleanProperty("encrypted", exchange.connection().tls().isPresent());
    exchange.connection().proxied().ifPresent(to -> json.writeStringProperty("proxied", to));
    exchange
        .connection()
        .caller()
        .ifPresent(caller -> json.writeStringProperty("process", caller.name()));
    json.writeNumberProperty("bytes", exchange.request().body().length());
    json.writeStringProperty("answered", exchange.answered());
    exchange.response().ifPresent(r -> json.writeNumberProperty("status", r.status()));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, ModelText text) {
    json.writeStartObject();
    json.writeNumberProperty("request", text.exchange());
    json.writeStringProperty("pointer", text.pointer());
    json.writeStringProperty("text", text.text());
    json.writeEndObject();
  }
}
