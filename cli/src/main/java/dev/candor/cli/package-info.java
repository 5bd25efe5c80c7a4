/** The command line: one class a command, and the only place where modules are wired together. */
@NullMarked
package dev.candor.cli;

import org.jspecify.annotations.NullMarked;
