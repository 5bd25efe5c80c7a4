/** The vocabulary of Candor as data: what an artifact is, what was found in it, and where. */
@NullMarked
package dev.candor.core;

import org.jspecify.annotations.NullMarked;
