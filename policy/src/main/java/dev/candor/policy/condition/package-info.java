/** Conditions of policies in the Common Expression Language; loaded only where there is one. */
@NullMarked
package dev.candor.policy.condition;

import org.jspecify.annotations.NullMarked;
