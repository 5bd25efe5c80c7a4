/** Which AI coding tools are on a machine, and the forms in which that is written. */
@NullMarked
package dev.candor.fleet.inventory;

import org.jspecify.annotations.NullMarked;
