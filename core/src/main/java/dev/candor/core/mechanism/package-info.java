/** A mechanism as data: what marks outgoing text, where, and what each symbol says. */
@NullMarked
package dev.candor.core.mechanism;

import org.jspecify.annotations.NullMarked;
