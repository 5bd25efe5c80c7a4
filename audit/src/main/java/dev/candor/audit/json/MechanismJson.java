package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.MechanismWriter;
import dev.candor.text.mechanism.Symbols;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * A mechanism with the members of its file. Since JSON is YAML, too, {@link MechanismFile} reads
 * what is written here.
 */
final class MechanismJson {
  private MechanismJson() {}

  static void write(JsonGenerator json, Mechanism one) {
    json.writeStartObject();
    json.writeStringProperty("schema", MechanismFile.SCHEMA);
    json.writeStringProperty("name", one.name());
    optional(json, "summary", one.summary());
    json.writeStringProperty("package", one.purl());
    optional(json, "versions", one.versions());
    array(json, "seen", one.seen(), MechanismJson::seen);
    json.writeObjectPropertyStart("established");
    json.writeStringProperty("engine", one.established().engine());
    json.writeStringProperty("date", one.established().date().toString());
    json.writeBooleanProperty("scanned", one.established().scanned());
    json.writeNumberProperty("trials", one.established().trials());
    json.writeEndObject();
    array(json, "conditions", one.conditions(), MechanismJson::condition);
    gate(json, one.gate());
    array(json, "carriers", one.carriers(), MechanismJson::carrier);
    array(json, "marks", one.marks(), MechanismJson::mark);
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }

  private static void seen(JsonGenerator json, Seen seen) {
    json.writeStartObject();
    json.writeStringProperty("package", seen.purl());
    seen.digest().ifPresent(digest -> json.writeStringProperty(digest.algorithm(), digest.hex()));
    json.writeEndObject();
  }

  private static void condition(JsonGenerator json, Condition one) {
    json.writeStartObject();
    json.writeStringProperty("id", one.id());
    json.writeStringProperty("factor", one.factor());
    if (one.part() != Condition.Part.WHOLE) {
      json.writeStringProperty("part", one.part().word());
    }
    json.writeStringProperty("match", one.match().word());
    if (!one.values().isEmpty()) {
      strings(json, "values", one.values());
    }
    json.writeEndObject();
  }

  private static void gate(JsonGenerator json, Gate gate) {
    json.writeObjectPropertyStart("gate");
    array(json, "closed", gate.closed(), MechanismJson::truths);
    json.writeBooleanProperty("complete", gate.complete());
    json.writeEndObject();
  }

  private static void truths(JsonGenerator json, Truths truths) {
    json.writeStartObject();
    truths.values().forEach(json::writeBooleanProperty);
    json.writeEndObject();
  }

  private static void carrier(JsonGenerator json, Carrier carrier) {
    json.writeStartObject();
    json.writeStringProperty("id", carrier.id());
    json.writeStringProperty("kind", MechanismWriter.kind(carrier));
    optional(json, "request", carrier.request());
    switch (carrier) {
      case Carrier.Text text -> text(json, text);
      case Carrier.HeaderOrder _ -> {}
      case Carrier.HeaderCase spelt -> json.writeStringProperty("header", spelt.header());
      case Carrier.KeyOrder order -> json.writeStringProperty("pointer", order.pointer());
      case Carrier.NumberSpelling number -> json.writeStringProperty("pointer", number.pointer());
      case Carrier.Digit digit -> {
        json.writeStringProperty("place", digit.place());
        json.writeNumberProperty("position", digit.position());
      }
      case Carrier.Value value -> json.writeStringProperty("place", value.place());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, Carrier.Text text) {
    optional(json, "place", text.place());
    json.writeStringProperty("text", text.template().text());
    if (!text.fillers().isEmpty()) {
      json.writeObjectPropertyStart("fillers");
      new TreeMap<>(text.fillers())
          .forEach(
              (slot, filler) -> json.writeStringProperty(slot, MechanismWriter.filler(filler)));
      json.writeEndObject();
    }
  }

  private static void mark(JsonGenerator json, Mark mark) {
    json.writeStartObject();
    json.writeStringProperty("carrier", mark.carrier().id());
    optional(json, "slot", mark.slot());
    json.writeStringProperty("form", mark.form().word());
    array(json, "codebook", mark.codebook(), MechanismJson::row);
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, Row row) {
    json.writeStartObject();
    if (!row.when().values().isEmpty()) {
      json.writeName("when");
      truths(json, row.when());
    }
    if (Symbols.isWord(row.symbol())) {
      json.writeStringProperty("word", row.symbol());
    } else {
      json.writeStringProperty("symbol", Symbols.points(row.symbol()));
    }
    json.writeEndObject();
  }
}
