/** Which software is allowed where, since when, and what instead. */
@NullMarked
package dev.candor.policy;

import org.jspecify.annotations.NullMarked;
