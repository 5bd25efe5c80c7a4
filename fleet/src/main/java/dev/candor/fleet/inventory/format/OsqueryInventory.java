package dev.candor.fleet.inventory.format;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.InventoryFormat;
import java.io.OutputStream;

/**
 * A JSON object for each thing that was found, on a line of its own, all of whose members are
 * strings, as osquery writes the rows of a table.
 */
@AutoService(InventoryFormat.class)
public final class OsqueryInventory implements InventoryFormat {
  @Override
  public String name() {
    return "osquery";
  }

  @Override
  public void write(Fleet fleet, ReportOptions options, OutputStream out) {
    fleet.each(inventory ->
        Row.of(inventory)
            .forEach(row ->
                InertJson.writeLine(
                    out,
                    json -> {
                      json.writeStartObject();
                      for (Row.Column column : Row.Column.values()) {
                        json.writeStringProperty(column.heading(), row.cell(column));
                      }
                      json.writeEndObject();
                    })));
  }
}
