/** The tools that an inventory knows, and by what it tells them. */
@NullMarked
package dev.candor.fleet.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
