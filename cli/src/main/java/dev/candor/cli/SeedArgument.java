package dev.candor.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option of every command that draws something. */
final class SeedArgument {
  static final String NAME = "--seed";
  private static final long DEFAULT = 1;

  private SeedArgument() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                NAME,
                Long.class,
                "N",
                "Draw names and keys from this number; the same gives the same. Default: 1.")
            .build());
  }

  static long of(ParseResult arguments) {
    return arguments.matchedOptionValue(NAME, DEFAULT);
  }
}
