package dev.candor.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Declares options and reads them back. */
final class Options {
  private Options() {}

  static void help(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and end.")
            .build());
  }

  static void version(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the versions of Candor and Java and end.")
            .build());
  }

  /** An option without a value. */
  static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  /** An argument that must be given, once. */
  static void argument(
      CommandSpec spec, int index, Class<?> type, String label, String... description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(Integer.toString(index))
            .paramLabel(label)
            .required(true)
            .arity("1")
            .type(type)
            .description(description)
            .build());
  }

  /** An option with a value of the given type. */
  static OptionSpec.Builder value(String name, Class<?> type, String label, String description) {
    return OptionSpec.builder(name).type(type).paramLabel(label).description(description);
  }

  /** The value of an option declared as text, if it was given. */
  static Optional<String> text(ParseResult arguments, String name) {
    return Optional.ofNullable(arguments.matchedOptionValue(name, null));
  }

  /** The value of an option declared as a path, if it was given. */
  static Optional<Path> path(ParseResult arguments, String name) {
    return Optional.ofNullable(arguments.matchedOptionValue(name, null));
  }
}
