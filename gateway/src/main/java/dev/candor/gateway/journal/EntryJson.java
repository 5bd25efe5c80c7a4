package dev.candor.gateway.journal;

import dev.candor.gateway.Entry;
import dev.candor.gateway.Finding;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An entry as a line of JSON; {@code docs/gateway.md} describes its members. */
final class EntryJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private EntryJson() {}

  /** With a line feed behind it, the only one. */
  static byte[] line(Entry entry) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("schema", "candor/gateway-entry/v1");
      json.writeStringProperty("at", entry.at().toString());
      json.writeStringProperty("action", entry.action());
      json.writeStringProperty("upstream", entry.upstream());
      json.writeStringProperty("client", entry.client());
      json.writeStringProperty("dialect", entry.dialect());
      json.writeStringProperty("request", entry.request());
      json.writeStringProperty("tool", entry.tool());
      json.writeNumberProperty("findingsInAll", entry.findingsInAll());
      json.writeArrayPropertyStart("findings");
      entry.findings().forEach(finding -> write(json, finding));
      json.writeEndArray();
      json.writeArrayPropertyStart("changes");
      entry.changes().forEach(change -> write(json, change));
      json.writeEndArray();
      json.writeBooleanProperty("codingUndone", entry.plain());
      json.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void write(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("pointer", finding.pointer());
    json.writeNumberProperty("start", finding.start());
    json.writeNumberProperty("end", finding.end());
    json.writeStringProperty("points", finding.points());
    json.writeStringProperty("usual", finding.usual());
    json.writeStringProperty("before", finding.before());
    json.writeStringProperty("behind", finding.behind());
    json.writeStringProperty("detail", finding.detail());
    json.writeBooleanProperty("data", finding.data());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Entry.Changed change) {
    json.writeStartObject();
    json.writeStringProperty("pointer", change.pointer());
    json.writeNumberProperty("start", change.start());
    json.writeNumberProperty("end", change.end());
    json.writeStringProperty("was", change.was());
    json.writeStringProperty("now", change.now());
    json.writeEndObject();
  }
}
