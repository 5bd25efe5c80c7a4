package dev.candor.fleet.inventory;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.json.InertJson;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * An inventory as JSON: schema {@code candor/inventory/v1}, described in {@code docs/inventory.md}.
 */
public final class InventoryJson {
  static final String SCHEMA = "candor/inventory/v1";

  private InventoryJson() {}

  /**
   * Writes one document over many lines; flushes and does not close.
   *
   * @throws java.io.UncheckedIOException if {@code out} does not take it
   */
  public static void write(Inventory inventory, OutputStream out) {
    InertJson.write(out, json -> inventory(json, inventory));
  }

  /** Writes one document on one line, as a collection has them. */
  public static void writeLine(Inventory inventory, OutputStream out) {
    InertJson.writeLine(out, json -> inventory(json, inventory));
  }

  private static void inventory(JsonGenerator json, Inventory inventory) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("machine", inventory.machine());
    json.writeStringProperty("system", inventory.system());
    json.writeStringProperty("taken", inventory.taken().toString());
    json.writeStringProperty("root", inventory.root());
    array(json, "installations", inventory.installations(), InventoryJson::installation);
    array(json, "settings", inventory.settings(), InventoryJson::setting);
    array(json, "processes", inventory.processes(), InventoryJson::process);
    strings(json, "notSeen", inventory.notSeen());
    json.writeObjectPropertyStart("engine");
    json.writeStringProperty("name", inventory.engine().name());
    json.writeStringProperty("version", inventory.engine().version());
    json.writeStringProperty("java", inventory.engine().java());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void installation(JsonGenerator json, Installation installation) {
    json.writeStartObject();
    json.writeStringProperty("tool", installation.tool());
    json.writeStringProperty("purl", installation.purl());
    installation.version().ifPresent(version -> json.writeStringProperty("version", version));
    json.writeStringProperty("means", installation.means().word());
    json.writeStringProperty("place", installation.place());
    strings(json, "evidence", installation.evidence());
    installation.sha256().ifPresent(digest -> json.writeStringProperty("sha256", digest));
    json.writeEndObject();
  }

  private static void setting(JsonGenerator json, Setting setting) {
    json.writeStartObject();
    json.writeStringProperty("tool", setting.tool());
    json.writeStringProperty("purpose", setting.purpose().word());
    json.writeStringProperty("place", setting.place());
    json.writeStringProperty("key", setting.key());
    json.writeStringProperty("value", setting.value());
    json.writeEndObject();
  }

  private static void process(JsonGenerator json, RunningTool process) {
    json.writeStartObject();
    json.writeNumberProperty("pid", process.pid());
    json.writeStringProperty("tool", process.tool());
    json.writeStringProperty("place", process.place());
    process.purl().ifPresent(purl -> json.writeStringProperty("purl", purl));
    json.writeEndObject();
  }
}
