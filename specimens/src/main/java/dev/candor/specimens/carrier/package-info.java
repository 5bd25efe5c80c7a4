/** Places in the outgoing traffic that can be made to vary; one class each. */
@NullMarked
package dev.candor.specimens.carrier;

import org.jspecify.annotations.NullMarked;
