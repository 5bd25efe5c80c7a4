package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;
import static dev.candor.audit.json.SignalJson.levels;
import static dev.candor.audit.json.SignalJson.number;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.compare.Cell;
import dev.candor.audit.compare.Column.Heading;
import dev.candor.audit.compare.PlaceWords;
import dev.candor.audit.compare.Row;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.SideBySideFormat;
import dev.candor.audit.compare.Told;
import dev.candor.audit.compare.Unopen;
import dev.candor.audit.compare.UnreadableBody;
import dev.candor.audit.compare.Versions;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Receipts side by side as JSON: schema {@code candor/side-by-side/v1}, described in {@code
 * docs/report-schema.md}.
 */
@AutoService(SideBySideFormat.class)
public final class JsonSideBySide implements SideBySideFormat {
  static final String SCHEMA = "candor/side-by-side/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(SideBySide all, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out,
        SCHEMA,
        all.engine(),
        all.created(),
        json -> {
          json.writeStringProperty("verdict", all.verdict().word());
          array(json, "tools", all.columns(), (to, column) -> heading(to, column.heading()));
          array(json, "signals", all.unopen(), JsonSideBySide::signals);
          array(json, "facts", all.facts(), JsonSideBySide::fact);
          array(
              json,
              "unreadable",
              all.unreadable(),
              (to, row) -> row(to, row, JsonSideBySide::body));
          array(json, "versions", all.versions(), JsonSideBySide::versions);
          strings(json, "notes", all.notes());
        });
  }

  private static void heading(JsonGenerator json, Heading heading) {
    json.writeStartObject();
    json.writeName("subject");
    JsonFormat.subject(json, heading.subject());
    json.writeStringProperty("tool", heading.tool());
    json.writeStringProperty("verdict", heading.verdict().word());
    strings(json, "reasons", heading.reasons());
    json.writeNumberProperty("trials", heading.trials());
    json.writeEndObject();
  }

  private static void signals(JsonGenerator json, Row<SideBySide.Dependence, Unopen> row) {
    json.writeStartObject();
    strings(json, "factors", List.copyOf(row.key().factors()));
    json.writeStringProperty("form", row.key().form().word());
    cells(json, row, JsonSideBySide::signal);
    json.writeEndObject();
  }

  private static void signal(JsonGenerator json, Unopen signal) {
    json.writeStartObject();
    json.writeStringProperty("request", signal.request());
    json.writeStringProperty("where", signal.where());
    number(json, "bits", signal.bits());
    levels(json, "gates", signal.gates());
    json.writeEndObject();
  }

  private static void fact(JsonGenerator json, Row<SideBySide.Telling, Told> row) {
    json.writeStartObject();
    json.writeStringProperty("fact", row.key().fact());
    json.writeStringProperty("to", row.key().toEndpoint() ? "endpoint" : "others");
    json.writeBooleanProperty("alike", row.alike(PlaceWords::of));
    cells(json, row, JsonSideBySide::told);
    json.writeEndObject();
  }

  private static void told(JsonGenerator json, Told told) {
    json.writeStartObject();
    place(json, told);
    told.only().ifPresent(value -> json.writeStringProperty("only", value));
    json.writeStringProperty("words", PlaceWords.of(told));
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Told told) {
    json.writeStringProperty("destination", told.place().destination());
    json.writeStringProperty("request", told.place().request());
    json.writeStringProperty("where", told.place().where());
    json.writeStringProperty("rendering", told.place().rendering());
  }

  private static void body(JsonGenerator json, UnreadableBody body) {
    json.writeStartObject();
    json.writeStringProperty("destination", body.destination());
    json.writeStringProperty("request", body.request());
    json.writeStringProperty("why", body.why());
    json.writeEndObject();
  }

  private static void versions(JsonGenerator json, Versions versions) {
    json.writeStartObject();
    json.writeStringProperty("tool", versions.tool());
    array(json, "columns", versions.columns(), JsonGenerator::writeNumber);
    json.writeBooleanProperty("same", versions.isSame());
    json.writeBooleanProperty("inFull", versions.inFull());
    array(json, "differences", versions.differences(), JsonSideBySide::difference);
    array(json, "unsettled", versions.unsettled(), JsonSideBySide::difference);
    array(
        json, "unreadable", versions.unreadable(), (to, row) -> row(to, row, JsonSideBySide::body));
    json.writeEndObject();
  }

  private static void difference(JsonGenerator json, Row<Told, Told> row) {
    json.writeStartObject();
    json.writeStringProperty("fact", row.key().fact());
    place(json, row.key());
    cells(json, row, JsonSideBySide::told);
    json.writeEndObject();
  }

  private static <K, T> void row(
      JsonGenerator json, Row<K, T> row, BiConsumer<JsonGenerator, T> element) {
    json.writeStartObject();
    cells(json, row, element);
    json.writeEndObject();
  }

  private static <K, T> void cells(
      JsonGenerator json, Row<K, T> row, BiConsumer<JsonGenerator, T> element) {
    array(
        json,
        "cells",
        row.cells(),
        (to, cell) -> {
          to.writeStartObject();
          to.writeStringProperty(
              "state",
              switch (cell) {
                case Cell.Seen<T> _ -> "seen";
                case Cell.NotSeen<T> _ -> "not seen";
                case Cell.NotTried<T> _ -> "not tried";
              });
          array(to, "seen", cell.seen(), element);
          to.writeEndObject();
        });
  }
}
