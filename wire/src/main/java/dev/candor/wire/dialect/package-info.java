/** The model APIs that the emulator speaks: a class each, and what they share. */
@NullMarked
package dev.candor.wire.dialect;

import org.jspecify.annotations.NullMarked;
