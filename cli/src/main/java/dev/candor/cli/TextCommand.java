package dev.candor.cli;

import dev.candor.audit.text.TextFormat;
import dev.candor.audit.text.TextReport;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import dev.candor.text.odd.Examination;
import dev.candor.text.odd.Oddities;
import dev.candor.text.odd.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Finds characters in a text that a reader would not notice, or writes the text without them.
 *
 * @param in what {@code -} stands for
 */
record TextCommand(Console console, InputStream in) implements Command {
  private static final String FIX = "--fix";
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Finds look-alikes, invisible characters and odd separators in a text.",
      "What a language, emoji or typography needs is not odd; docs/text.md states the rules. The exit"
          + " status is 1 when something is odd that a reader would not notice. Notes do not count."
          + " With --fix it is 0 once the text is written.",
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(
        spec,
        0,
        String.class,
        "FILE|-",
        "A text in UTF-8, or in UTF-16 with byte order mark, up to %d MiB; - is standard input."
            .formatted(TextFile.MOST_BYTES >> 20));
    Options.flag(
        spec,
        FIX,
        "Write the text with what is usual in the place of what is odd, to --output FILE or standard"
            + " output; notes are left as they are.");
    ReportArguments.declare(spec, TextFormat.class, "Show every kind and place that is kept.");
  }

  @Override
  public int run(ParseResult arguments) {
    if (!arguments.hasMatchedOption(FIX)) {
      Consumer<TextReport> destinations =
          ReportArguments.destinations(arguments, console, TextFormat.class, "");
      TextReport report = report(read(arguments));
      destinations.accept(report);
      return report.isOdd() ? ExitStatus.COVERT : ExitStatus.NOTHING_COVERT;
    }
    if (arguments.hasMatchedOption(ReportArguments.FORMAT)) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          "--fix writes the text, not a report; --json FILE writes that beside it");
    }
    Outputs outputs = new Outputs(console);
    Optional<Output> output =
        Options.path(arguments, ReportArguments.OUTPUT)
            .filter(path -> !Outputs.isStandardOutput(path))
            .map(path -> outputs.at(ReportArguments.OUTPUT, path));
    if (output.isEmpty()) {
      outputs.take(FIX);
    }
    Optional<Consumer<TextReport>> beside =
        ReportArguments.jsonAlone(arguments, outputs, TextFormat.class);
    TextFile file = read(arguments);
    beside.ifPresent(destination -> destination.accept(report(file)));
    byte[] fixed = file.stored(Oddities.canonical(file.text()));
    output.ifPresentOrElse(
        to -> to.write(out -> write(out, fixed)), () -> write(console.out(), shown(file, fixed)));
    return ExitStatus.NOTHING_COVERT;
  }

  private TextReport report(TextFile file) {
    return new TextReport(Examination.of(file), Version.engine(), Instant.now());
  }

  /** A person's terminal gets nothing that acts on it; a file or pipe gets the bytes. */
  private byte[] shown(TextFile file, byte[] fixed) {
    if (!console.outIsTerminal()) {
      return fixed;
    }
    return TextFile.of(fixed, file.name())
        .text()
        .lines()
        .map(line -> Visible.of(line) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private TextFile read(ParseResult arguments) {
    String name = arguments.matchedPositionalValue(0, STANDARD_INPUT);
    try {
      if (name.equals(STANDARD_INPUT)) {
        return TextFile.read(in, "standard input");
      }
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new InputException(name + " is a folder. Name a text file.");
      }
      try (InputStream bytes = Files.newInputStream(path)) {
        return TextFile.read(bytes, name);
      }
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s.".formatted(name, Failures.describe(e)), e);
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
