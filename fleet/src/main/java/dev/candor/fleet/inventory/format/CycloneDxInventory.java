package dev.candor.fleet.inventory.format;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import dev.candor.core.InputException;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFormat;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.Setting;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A bill of materials as CycloneDX 1.6 has it (ECMA-424): a component for each installation; what
 * has no member there is a property whose name begins with {@code candor:}.
 */
@AutoService(InventoryFormat.class)
public final class CycloneDxInventory implements InventoryFormat {
  private static final String SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";

  @Override
  public String name() {
    return "cyclonedx";
  }

  @Override
  public void write(Fleet fleet, ReportOptions options, OutputStream out) {
    if (!fleet.isOne()) {
      throw new InputException(
          "A CycloneDX document is of one machine. Write --format json, csv or osquery with --merge.");
    }
    fleet.each(inventory -> InertJson.write(out, json -> document(json, inventory)));
  }

  private static void document(JsonGenerator json, Inventory inventory) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("bomFormat", "CycloneDX");
    json.writeStringProperty("specVersion", "1.6");
    json.writeNumberProperty("version", 1);
    metadata(json, inventory);
    json.writeArrayPropertyStart("components");
    List<Installation> installations = inventory.installations();
    for (int i = 0; i < installations.size(); i++) {
      component(json, i, installations.get(i));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("properties");
    inventory.settings().forEach(setting -> property(json, "candor:setting", words(setting)));
    inventory.processes().forEach(process -> property(json, "candor:process", words(process)));
    inventory.notSeen().forEach(note -> property(json, "candor:not-seen", note));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void metadata(JsonGenerator json, Inventory inventory) {
    json.writeObjectPropertyStart("metadata");
    json.writeStringProperty("timestamp", inventory.taken().toString());
    json.writeObjectPropertyStart("tools");
    json.writeArrayPropertyStart("components");
    json.writeStartObject();
    json.writeStringProperty("type", "application");
    json.writeStringProperty("name", inventory.engine().name());
    json.writeStringProperty("version", inventory.engine().version());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("component");
    json.writeStringProperty("type", "device");
    json.writeStringProperty("bom-ref", "machine");
    json.writeStringProperty("name", inventory.machine());
    json.writeArrayPropertyStart("properties");
    property(json, "candor:system", inventory.system());
    property(json, "candor:root", inventory.root());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void component(JsonGenerator json, int number, Installation one) {
    json.writeStartObject();
    json.writeStringProperty("type", "application");
    json.writeStringProperty("bom-ref", "installation-" + (number + 1));
    json.writeStringProperty("name", one.tool());
    one.version().ifPresent(version -> json.writeStringProperty("version", version));
    json.writeStringProperty("purl", one.purl());
    one.sha256()
        .ifPresent(digest -> {
          json.writeArrayPropertyStart("hashes");
          json.writeStartObject();
          json.writeStringProperty("alg", "SHA-256");
          json.writeStringProperty("content", digest);
          json.writeEndObject();
          json.writeEndArray();
        });
    evidence(json, one);
    json.writeArrayPropertyStart("properties");
    property(json, "candor:means", one.means().word());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void evidence(JsonGenerator json, Installation one) {
    json.writeObjectPropertyStart("evidence");
    json.writeArrayPropertyStart("identity");
    json.writeStartObject();
    json.writeStringProperty("field", "purl");
    json.writeArrayPropertyStart("methods");
    for (String sentence : one.evidence()) {
      json.writeStartObject();
      json.writeStringProperty(
          "technique", one.means() == Means.EXECUTABLE ? "binary-analysis" : "manifest-analysis");
      json.writeNumberProperty("confidence", 1);
      json.writeStringProperty("value", sentence);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayPropertyStart("occurrences");
    json.writeStartObject();
    json.writeStringProperty("location", one.place());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String words(Setting one) {
    return "%s %s in %s: %s=%s"
        .formatted(one.tool(), one.purpose().word(), one.place(), one.key(), one.value());
  }

  private static String words(RunningTool one) {
    return "%s runs as %d from %s".formatted(one.tool(), one.pid(), one.place());
  }

  private static void property(JsonGenerator json, String name, String value) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }
}
