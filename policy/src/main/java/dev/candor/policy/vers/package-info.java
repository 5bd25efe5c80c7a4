/** Ranges of versions in the notation of VERS, and the orders of versions that they go by. */
@NullMarked
package dev.candor.policy.vers;

import org.jspecify.annotations.NullMarked;
