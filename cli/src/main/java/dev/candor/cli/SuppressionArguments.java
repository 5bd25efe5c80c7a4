package dev.candor.cli;

import dev.candor.audit.Report;
import dev.candor.audit.suppression.Suppressions;
import dev.candor.audit.suppression.SuppressionsFile;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option of commands whose findings may have been reviewed before. */
final class SuppressionArguments {
  static final String SUPPRESSIONS = "--suppressions";

  private SuppressionArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                SUPPRESSIONS,
                Path.class,
                "FILE",
                "Findings that were reviewed: they stay in the report, marked, and do not decide the"
                    + " exit status. The verdict stays.")
            .build());
  }

  /**
   * What is done to a report; nothing where nobody asks for it. Entries that suppress nothing are
   * told.
   *
   * @throws InputException if there is no such file
   */
  static UnaryOperator<Report> of(ParseResult arguments, Console console) {
    Optional<Suppressions> reviewed =
        Options.path(arguments, SUPPRESSIONS)
            .map(file -> SuppressionsFile.read(file, LocalDate.now(ZoneOffset.UTC)));
    return report -> {
      Report marked = reviewed.map(report::with).orElse(report);
      marked
          .suppressed()
          .ifPresent(suppressed ->
              suppressed
                  .complaints()
                  .forEach(line -> console.messages().println("candor: " + Visible.of(line))));
      return marked;
    };
  }
}
