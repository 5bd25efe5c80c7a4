/** Exchanges as an HTTP archive, which other programs read and write too. */
@NullMarked
package dev.candor.wire.har;

import org.jspecify.annotations.NullMarked;
