/** The report for a person at a terminal. */
@NullMarked
package dev.candor.audit.terminal;

import org.jspecify.annotations.NullMarked;
