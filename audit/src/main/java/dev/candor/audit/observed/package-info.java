/** The experiment with a tool: run, inferred, and seen again before anything is reported. */
package dev.candor.audit.observed;
