package dev.candor.fleet.inventory.format;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.InventoryFormat;
import dev.candor.fleet.inventory.InventoryJson;
import java.io.OutputStream;

/** Schema {@code candor/inventory/v1}: one document, or one on each line of a collection. */
@AutoService(InventoryFormat.class)
public final class JsonInventory implements InventoryFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Fleet fleet, ReportOptions options, OutputStream out) {
    fleet.each(inventory -> {
      if (fleet.isOne()) {
        InventoryJson.write(inventory, out);
      } else {
        InventoryJson.writeLine(inventory, out);
      }
    });
  }
}
