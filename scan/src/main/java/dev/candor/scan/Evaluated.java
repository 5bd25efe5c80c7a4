package dev.candor.scan;

import java.util.List;

/**
 * Expressions of one slice, and what came of each.
 *
 * @param program what they need, cut out of the module
 */
record Evaluated(String program, List<Expressions.Span> expressions, List<Outcome> outcomes) {}
