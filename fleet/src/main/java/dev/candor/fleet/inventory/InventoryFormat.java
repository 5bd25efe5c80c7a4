package dev.candor.fleet.inventory;

import dev.candor.audit.Format;

/** One way to write inventories. */
public interface InventoryFormat extends Format<Fleet> {}
