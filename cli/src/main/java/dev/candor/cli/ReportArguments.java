package dev.candor.cli;

import dev.candor.audit.Report;
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

/** The options of every command that writes a report. */
final class ReportArguments {
  private static final String ALL = "--all";
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String JSON = "--json";

  private ReportArguments() {}

  static void declare(CommandSpec spec) {
    Options.flag(spec, ALL, "Show every entry, and what decodes but is no list.");
    spec.addOption(
        Options.value(
                FORMAT,
                String.class,
                "FORMAT",
                "One of: ${COMPLETION-CANDIDATES}. Default: terminal.")
            // Asked only when the help or the completion needs them.
            .completionCandidates(() -> ReportFormat.names().iterator())
            .build());
    spec.addOption(
        Options.value(
                OUTPUT,
                Path.class,
                "FILE",
                "Write to FILE, whole or not at all; default: standard output.")
            .build());
    spec.addOption(
        Options.value(
                JSON,
                Path.class,
                "FILE",
                "Short for --format json --output FILE. Beside one of these, both are written.")
            .build());
  }

  /**
   * Where reports will go, checked before the work begins.
   *
   * @throws InputException if there is no such format, or a file cannot be written
   */
  static Consumer<Report> destinations(ParseResult arguments, Console console) {
    Optional<String> format = Options.text(arguments, FORMAT);
    Optional<Path> output = Options.path(arguments, OUTPUT);
    Optional<Path> json = Options.path(arguments, JSON);
    boolean all = arguments.hasMatchedOption(ALL);

    List<Consumer<Report>> destinations = new ArrayList<>();
    json.ifPresent(file -> destinations.add(toFile(named("json"), file, all)));
    if (json.isEmpty() || format.isPresent() || output.isPresent()) {
      ReportFormat chosen = named(format.orElse("terminal"));
      destinations.add(
          output
              .map(file -> toFile(chosen, file, all))
              .orElseGet(() -> toConsole(chosen, console, all)));
    }
    return report -> destinations.forEach(destination -> destination.accept(report));
  }

  private static Consumer<Report> toFile(ReportFormat format, Path path, boolean all) {
    AtomicFile file = new AtomicFile(path);
    ReportOptions options = new ReportOptions(all, ReportOptions.PLAIN.width(), false);
    return report -> file.write((OutputStream out) -> format.write(report, options, out));
  }

  private static Consumer<Report> toConsole(ReportFormat format, Console console, boolean all) {
    ReportOptions options = new ReportOptions(all, console.width(), console.colour());
    return report -> format.write(report, options, console.out());
  }

  private static ReportFormat named(String name) {
    return ReportFormat.named(name)
        .orElseThrow(() ->
            new InputException(
                "There is no format %s. Write --format with one of: %s."
                    .formatted(name, String.join(", ", ReportFormat.names()))));
  }
}
