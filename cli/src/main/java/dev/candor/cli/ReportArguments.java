package dev.candor.cli;

import dev.candor.audit.Format;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.core.InputException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of every command that writes a report or a difference. */
final class ReportArguments {
  private static final String ALL = "--all";
  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  private static final String JSON = "--json";
  private static final String SARIF = "--sarif";

  private ReportArguments() {}

  /**
   * @param kind the formats that the help names
   * @param all what {@code --all} shows
   */
  static void declare(CommandSpec spec, Class<? extends Format<?>> kind, String all) {
    Options.flag(spec, ALL, all);
    spec.addOption(
        Options.value(
                FORMAT,
                String.class,
                "FORMAT",
                "One of: ${COMPLETION-CANDIDATES}. Default: terminal.")
            // Asked only when the help or the completion needs them.
            .completionCandidates(() -> Format.names(kind).iterator())
            .build());
    spec.addOption(
        Options.value(
                OUTPUT,
                Path.class,
                "FILE",
                "Write to FILE, whole or not at all; default: standard output, as -.")
            .build());
    file(spec, JSON);
    if (kind.equals(ReportFormat.class)) {
      file(spec, SARIF);
    }
  }

  private static void file(CommandSpec spec, String option) {
    spec.addOption(
        Options.value(
                option,
                Path.class,
                "FILE",
                "Short for --format %s --output FILE. Beside one of these, both are written."
                    .formatted(format(option)))
            .build());
  }

  /** The format that an option is short for. */
  private static String format(String option) {
    return option.substring("--".length());
  }

  /**
   * Where results will go, checked before the work begins.
   *
   * @param kind the formats that there are for such results
   * @param asked the option that asked for such results, as {@code " with --diff"}; may be empty
   * @throws InputException if there is no such format, or a file cannot be written
   */
  static <T> Consumer<T> destinations(
      ParseResult arguments, Console console, Class<? extends Format<T>> kind, String asked) {
    return destinations(arguments, new Outputs(console), kind, asked);
  }

  /**
   * The same for a command that has other outputs, too. Where one of them is standard output, what
   * nobody has asked for by an option goes to standard error.
   *
   * @param outputs in which the other ones are
   */
  static <T> Consumer<T> destinations(
      ParseResult arguments, Outputs outputs, Class<? extends Format<T>> kind, String asked) {
    Optional<String> format = Options.text(arguments, FORMAT);
    Optional<Path> output = Options.path(arguments, OUTPUT);
    boolean all = arguments.hasMatchedOption(ALL);

    List<Consumer<T>> destinations = new ArrayList<>();
    for (String option : List.of(JSON, SARIF)) {
      Options.path(arguments, option)
          .ifPresent(path ->
              destinations.add(
                  to(outputs.at(option, path), named(kind, asked, format(option)), plain(all))));
    }
    Format<T> chosen = named(kind, asked, format.orElse("terminal"));
    if (output.isPresent() && !Outputs.isStandardOutput(output.get())) {
      destinations.add(to(outputs.at(OUTPUT, output.get()), chosen, plain(all)));
    } else if (output.isPresent() || format.isPresent()) {
      outputs.take(output.isPresent() ? OUTPUT : FORMAT);
      destinations.add(toConsole(chosen, outputs.console(), all));
    } else if (destinations.isEmpty()) {
      destinations.add(
          outputs.isTaken()
              ? result -> chosen.write(result, plain(all), outputs.console().err())
              : toConsole(chosen, outputs.console(), all));
    }
    return result -> destinations.forEach(destination -> destination.accept(result));
  }

  /** Where {@code --json} sends a report, for a command whose result is something else. */
  static <T> Optional<Consumer<T>> jsonAlone(
      ParseResult arguments, Outputs outputs, Class<? extends Format<T>> kind) {
    return Options.path(arguments, JSON)
        .map(path ->
            to(
                outputs.at(JSON, path),
                named(kind, "", format(JSON)),
                plain(arguments.hasMatchedOption(ALL))));
  }

  private static ReportOptions plain(boolean all) {
    return new ReportOptions(all, ReportOptions.PLAIN.width(), false);
  }

  private static <T> Consumer<T> to(Output output, Format<T> format, ReportOptions options) {
    return result -> output.write((OutputStream out) -> format.write(result, options, out));
  }

  private static <T> Consumer<T> toConsole(Format<T> format, Console console, boolean all) {
    ReportOptions options = new ReportOptions(all, console.width(), console.colour());
    return result -> format.write(result, options, console.out());
  }

  private static <T> Format<T> named(Class<? extends Format<T>> kind, String asked, String name) {
    Optional<? extends Format<T>> format = Format.named(kind, name);
    if (format.isPresent()) {
      return format.get();
    }
    throw new InputException(
        "There is no format %s%s. Write --format with one of: %s."
            .formatted(name, asked, String.join(", ", Format.names(kind))));
  }
}
