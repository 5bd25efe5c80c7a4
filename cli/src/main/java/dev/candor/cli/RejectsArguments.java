package dev.candor.cli;

import dev.candor.campaign.log.Rejects;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Where rows of an exchange log that were left out are told. */
final class RejectsArguments {
  static final String REJECTS = "--rejects";

  private RejectsArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                REJECTS,
                Path.class,
                "FILE",
                "Write the rows that were left out as CSV: file, row, reason; the first 100,000.")
            .build());
  }

  /**
   * Who writes them: their number and reasons to the messages, each to the file if one is named.
   *
   * @throws dev.candor.core.InputException if the file cannot be written
   */
  static Consumer<Rejects> of(ParseResult arguments, Console console) {
    Optional<AtomicFile> file = Options.path(arguments, REJECTS).map(AtomicFile::new);
    return rejects -> {
      file.ifPresent(one -> one.write(rejects::write));
      tell(rejects, console.messages());
    };
  }

  /** The file, if one is named. */
  static Optional<Path> file(ParseResult arguments) {
    return Options.path(arguments, REJECTS);
  }

  private static void tell(Rejects rejects, PrintWriter messages) {
    rejects.lines().forEach(line -> messages.println(Visible.of(line)));
    messages.flush();
  }
}
