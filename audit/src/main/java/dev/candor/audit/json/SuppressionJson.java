package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;

import dev.candor.audit.suppression.Suppressed;
import dev.candor.audit.suppression.Suppression;
import tools.jackson.core.JsonGenerator;

/** The member {@code suppressions} of the JSON report. */
final class SuppressionJson {
  private SuppressionJson() {}

  static void write(JsonGenerator json, Suppressed suppressed) {
    array(json, "suppressions", suppressed.entries(), SuppressionJson::entry);
  }

  private static void entry(JsonGenerator json, Suppressed.Entry entry) {
    Suppression one = entry.suppression();
    json.writeStartObject();
    json.writeStringProperty("rule", one.rule());
    json.writeStringProperty("fingerprint", one.fingerprint());
    one.path().ifPresent(path -> json.writeStringProperty("path", path));
    json.writeStringProperty("reason", one.reason());
    json.writeStringProperty("expires", one.end());
    json.writeStringProperty("by", one.by());
    json.writeStringProperty("status", entry.status().word());
    json.writeEndObject();
  }
}
