/** Exchanges in a compact form of our own: for large runs, and between two of our processes. */
@NullMarked
package dev.candor.wire.tape;

import org.jspecify.annotations.NullMarked;
