/**
 * Finds the texts in a request that a model would read, what marks them, and writes them without.
 */
@NullMarked
package dev.candor.gateway.prompt;

import org.jspecify.annotations.NullMarked;
