/** Finds copies of tools below a folder: one walk, one class for each kind of copy. */
@NullMarked
package dev.candor.fleet.inventory.find;

import org.jspecify.annotations.NullMarked;
