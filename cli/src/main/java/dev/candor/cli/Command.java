package dev.candor.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * One command. Its options are declared by calls, not by annotations: reading annotations costs
 * more than the rest of the start (see docs/adr/0004-picocli-from-source.md).
 */
interface Command {
  String name();

  /** One line for the list of commands, and what else its own help says. */
  String[] description();

  /** Adds options and positional parameters. */
  void declare(CommandSpec spec);

  /** Does the work and returns the exit status. */
  int run(ParseResult arguments);
}
