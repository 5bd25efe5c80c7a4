/** Innocent programs that look like the others at first sight; one class each. */
@NullMarked
package dev.candor.specimens.twin;

import org.jspecify.annotations.NullMarked;
