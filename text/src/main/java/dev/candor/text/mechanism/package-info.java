/** Reads and writes mechanisms as files, and texts by them. */
@NullMarked
package dev.candor.text.mechanism;

import org.jspecify.annotations.NullMarked;
