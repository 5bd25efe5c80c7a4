/** Labelled programs with and without covert channels, and their generator. */
@NullMarked
package dev.candor.specimens;

import org.jspecify.annotations.NullMarked;
