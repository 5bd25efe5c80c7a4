/** Ways to look at the environment; one class each. */
@NullMarked
package dev.candor.specimens.trigger;

import org.jspecify.annotations.NullMarked;
