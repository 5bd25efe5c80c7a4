/** Ways from the outcome of a check to the text that hangs on it; one class each. */
@NullMarked
package dev.candor.specimens.shape;

import org.jspecify.annotations.NullMarked;
