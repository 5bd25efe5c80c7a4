/** Inventories held against a policy: what is denied, what changes, and why. */
@NullMarked
package dev.candor.fleet.check;

import org.jspecify.annotations.NullMarked;
