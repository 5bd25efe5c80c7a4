package dev.candor.cli;

import dev.candor.audit.Format;
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
   * Where results will go, checked before the work begins.
   *
   * @param kind the formats that there are for such results
   * @param asked the option that asked for such results, as {@code " with --diff"}; may be empty
   * @throws InputException if there is no such format, or a file cannot be written
   */
  static <T> Consumer<T> destinations(
      ParseResult arguments, Console console, Class<? extends Format<T>> kind, String asked) {
    Optional<String> format = Options.text(arguments, FORMAT);
    Optional<Path> output = Options.path(arguments, OUTPUT);
    Optional<Path> json = Options.path(arguments, JSON);
    boolean all = arguments.hasMatchedOption(ALL);

    List<Consumer<T>> destinations = new ArrayList<>();
    json.ifPresent(file -> destinations.add(toFile(named(kind, asked, "json"), file, all)));
    if (json.isEmpty() || format.isPresent() || output.isPresent()) {
      Format<T> chosen = named(kind, asked, format.orElse("terminal"));
      destinations.add(
          output
              .map(file -> toFile(chosen, file, all))
              .orElseGet(() -> toConsole(chosen, console, all)));
    }
    return result -> destinations.forEach(destination -> destination.accept(result));
  }

  /** Where {@code --json} sends a report, for a command whose result is something else. */
  static <T> Optional<Consumer<T>> jsonAlone(
      ParseResult arguments, Class<? extends Format<T>> kind) {
    return Options.path(arguments, JSON)
        .map(file -> toFile(named(kind, "", "json"), file, arguments.hasMatchedOption(ALL)));
  }

  private static <T> Consumer<T> toFile(Format<T> format, Path path, boolean all) {
    AtomicFile file = new AtomicFile(path);
    ReportOptions options = new ReportOptions(all, ReportOptions.PLAIN.width(), false);
    return result -> file.write((OutputStream out) -> format.write(result, options, out));
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
