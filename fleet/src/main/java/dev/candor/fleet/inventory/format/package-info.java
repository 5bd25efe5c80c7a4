/** Inventories for people and for programs. */
@NullMarked
package dev.candor.fleet.inventory.format;

import org.jspecify.annotations.NullMarked;
