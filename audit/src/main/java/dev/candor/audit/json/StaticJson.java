package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;

/** The member {@code static} of the JSON report. */
final class StaticJson {
  private StaticJson() {}

  static void write(JsonGenerator json, StaticFindings findings, boolean all) {
    json.writeStartObject();
    array(json, "tables", findings.tables(), StaticJson::table);
    array(json, "unreadable", findings.unreadable(), StaticJson::unreadable);
    array(json, "probes", findings.probes(), FlowJson::probe);
    array(json, "encoders", findings.encoders(), FlowJson::encoder);
    array(json, "flows", findings.flows(), FlowJson::flow);
    if (all) {
      array(json, "rest", findings.rest(), StaticJson::table);
    }
    json.writeEndObject();
  }

  static void table(JsonGenerator json, HiddenTable table) {
    json.writeStartObject();
    json.writeStringProperty("id", table.id());
    strings(json, "encoding", table.encoding());
    strings(json, "entries", table.entries());
    json.writeNumberProperty(
        "score", BigDecimal.valueOf(table.score()).setScale(3, RoundingMode.HALF_EVEN));
    json.writeName("recovery");
    recovery(json, table.recovery());
    json.writeName("location");
    location(json, table.location());
    array(json, "places", table.places(), StaticJson::location);
    array(json, "uses", table.uses(), StaticJson::location);
    json.writeEndObject();
  }

  private static void recovery(JsonGenerator json, Recovery recovery) {
    json.writeStartObject();
    switch (recovery) {
      case Recovery.Searched() -> json.writeStringProperty("by", "search");
      case Recovery.Evaluated(var decoder, var expression) -> {
        json.writeStringProperty("by", "evaluation");
        json.writeName("decoder");
        location(json, decoder);
        json.writeStringProperty("expression", expression);
      }
    }
    json.writeEndObject();
  }

  static void unreadable(JsonGenerator json, UnreadableTable table) {
    json.writeStartObject();
    json.writeStringProperty("id", table.id());
    json.writeStringProperty("kind", table.kind());
    strings(json, "values", table.values());
    json.writeName("location");
    location(json, table.location());
    array(json, "places", table.places(), StaticJson::location);
    json.writeEndObject();
  }

  static void location(JsonGenerator json, Location location) {
    json.writeStartObject();
    json.writeStringProperty("module", location.module());
    json.writeNumberProperty("start", location.range().start());
    json.writeNumberProperty("end", location.range().end());
    json.writeEndObject();
  }
}
