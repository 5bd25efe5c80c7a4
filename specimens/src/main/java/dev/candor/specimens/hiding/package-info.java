/** Ways to store a list so that the code does not show it; one class each. */
@NullMarked
package dev.candor.specimens.hiding;

import org.jspecify.annotations.NullMarked;
