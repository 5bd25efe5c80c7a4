/** Findings that somebody has reviewed and accepted, each with a reason and an end. */
@NullMarked
package dev.candor.audit.suppression;

import org.jspecify.annotations.NullMarked;
