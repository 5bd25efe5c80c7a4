package dev.candor.cli;

import dev.candor.audit.Format;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.track.HistoryFormat;
import dev.candor.core.InputException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of every command that writes a report or a difference. */
final class ReportArguments {
  static final String ALL = "--all";
  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  private static final String JSON = "--json";

  /** Files that only reports have. */
  private static final List<String> OF_REPORTS = List.of("--sarif", "--html", "--markdown");

  /** Files that only histories have. */
  private static final List<String> OF_HISTORIES = List.of("--html", "--csv");

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
            // Invocation only when the help or the completion needs them.
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
      OF_REPORTS.forEach(option -> file(spec, option));
    }
    if (kind.equals(HistoryFormat.class)) {
      OF_HISTORIES.forEach(option -> file(spec, option));
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
    ReportOptions plain = plain(arguments);

    List<Consumer<T>> destinations = new ArrayList<>();
    for (String option : files()) {
      Options.path(arguments, option)
          .ifPresent(path ->
              destinations.add(
                  to(outputs.at(option, path), named(kind, asked, format(option)), plain)));
    }
    Format<T> chosen = named(kind, asked, format.orElse("terminal"));
    if (output.isPresent() && !Outputs.isStandardOutput(output.get())) {
      destinations.add(to(outputs.at(OUTPUT, output.get()), chosen, plain));
    } else if (output.isPresent() || format.isPresent()) {
      outputs.take(output.isPresent() ? OUTPUT : FORMAT);
      destinations.add(toConsole(chosen, outputs.console(), plain));
    } else if (destinations.isEmpty()) {
      destinations.add(
          outputs.isTaken()
              ? result -> chosen.write(result, plain, outputs.console().err())
              : toConsole(chosen, outputs.console(), plain));
    }
    return result -> destinations.forEach(destination -> destination.accept(result));
  }

  /** Where {@code --json} sends a report, for a command whose result is something else. */
  static <T> Optional<Consumer<T>> jsonAlone(
      ParseResult arguments, Outputs outputs, Class<? extends Format<T>> kind) {
    return Options.path(arguments, JSON)
        .map(path -> to(outputs.at(JSON, path), named(kind, "", format(JSON)), plain(arguments)));
  }

  /** Each is short for a format and its file. */
  private static List<String> files() {
    return Stream.of(List.of(JSON), OF_REPORTS, OF_HISTORIES)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Every option that says where a report goes and how it looks. */
  static List<String> names() {
    return Stream.concat(files().stream(), Stream.of(FORMAT, OUTPUT, ALL)).toList();
  }

  private static ReportOptions plain(ParseResult arguments) {
    return new ReportOptions(
        arguments.hasMatchedOption(ALL),
        ReportOptions.PLAIN.width(),
        false,
        Invocation.of(arguments));
  }

  private static <T> Consumer<T> to(Output output, Format<T> format, ReportOptions options) {
    return result -> output.write((OutputStream out) -> format.write(result, options, out));
  }

  private static <T> Consumer<T> toConsole(Format<T> format, Console console, ReportOptions plain) {
    ReportOptions options =
        new ReportOptions(plain.all(), console.width(), console.colour(), plain.asked());
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
