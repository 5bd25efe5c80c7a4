/** Keeps findings on disk, so that none that was acknowledged is lost. */
@NullMarked
package dev.candor.gateway.journal;

import org.jspecify.annotations.NullMarked;
