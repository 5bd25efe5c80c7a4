package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.difference.Delta;
import dev.candor.audit.difference.Deltas;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.difference.DifferenceFormat;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * The difference as JSON: schema {@code candor/difference/v1}, described in {@code
 * docs/report-schema.md}. In each list stands first what belongs to covert flows.
 */
@AutoService(DifferenceFormat.class)
public final class JsonDifference implements DifferenceFormat {
  static final String SCHEMA = "candor/difference/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Difference difference, ReportOptions options, OutputStream out) {
    InertJson.write(out, json -> difference(json, difference));
  }

  private static void difference(JsonGenerator json, Difference difference) {
    List<Deltas> parts = List.of(difference.mechanism(), difference.gone(), difference.rest());
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    side(json, "old", difference.older());
    side(json, "new", difference.newer());
    strings(json, "reasons", difference.reasons());
    json.writeObjectPropertyStart("appeared");
    members(json, parts, Which.APPEARED);
    json.writeEndObject();
    json.writeObjectPropertyStart("changed");
    members(json, parts, Which.CHANGED);
    json.writeEndObject();
    json.writeObjectPropertyStart("vanished");
    members(json, parts, Which.VANISHED);
    json.writeEndObject();
    JsonFormat.engine(json, difference.newer().engine());
    json.writeStringProperty("created", difference.newer().created().toString());
    json.writeEndObject();
  }

  private static void side(JsonGenerator json, String name, Report report) {
    json.writeObjectPropertyStart(name);
    json.writeName("subject");
    JsonFormat.subject(json, report.subject());
    array(json, "parts", report.parts(), JsonFormat::subject);
    report.verdict().ifPresent(verdict -> json.writeStringProperty("verdict", verdict.word()));
    strings(json, "notSeen", report.findings().notSeen());
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, List<Deltas> parts, Which which) {
    member(json, "flows", parts, Deltas::flows, which, FlowJson::flow);
    member(json, "tables", parts, Deltas::tables, which, StaticJson::table);
    member(json, "unreadable", parts, Deltas::unreadable, which, StaticJson::unreadable);
    member(json, "encoders", parts, Deltas::encoders, which, FlowJson::encoder);
    member(json, "probes", parts, Deltas::probes, which, FlowJson::probe);
  }

  private enum Which {
    APPEARED,
    CHANGED,
    VANISHED
  }

  private static <T> void member(
      JsonGenerator json,
      String name,
      List<Deltas> parts,
      Function<Deltas, Delta<T>> kind,
      Which which,
      BiConsumer<JsonGenerator, T> element) {
    Stream<Delta<T>> deltas = parts.stream().map(kind);
    switch (which) {
      case APPEARED ->
          array(json, name, deltas.flatMap(d -> d.appeared().stream()).toList(), element);
      case VANISHED ->
          array(json, name, deltas.flatMap(d -> d.vanished().stream()).toList(), element);
      case CHANGED ->
          array(
              json,
              name,
              deltas.flatMap(d -> d.changed().stream()).toList(),
              (out, change) -> change(out, change, element));
    }
  }

  private static <T> void change(
      JsonGenerator json, Delta.Change<T> change, BiConsumer<JsonGenerator, T> element) {
    json.writeStartObject();
    json.writeName("old");
    element.accept(json, change.older());
    json.writeName("new");
    element.accept(json, change.newer());
    json.writeEndObject();
  }
}
