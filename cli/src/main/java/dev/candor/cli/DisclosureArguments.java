package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.Report;
import dev.candor.audit.disclosure.Disclosure;
import dev.candor.audit.disclosure.DisclosureFile;
import dev.candor.core.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option of commands that hold a report against what the vendor declares. */
final class DisclosureArguments {
  static final String DISCLOSURE = "--disclosure";

  private DisclosureArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                DISCLOSURE,
                Path.class,
                "FILE",
                "Hold the report against what the vendor declares there: what it covers, and what"
                    + " not. The verdict stays.")
            .build());
  }

  /**
   * What is done to a report; nothing where nobody asks for it.
   *
   * @throws InputException if there is no such file, or it speaks of another package
   */
  static UnaryOperator<Report> of(ParseResult arguments, PackageReference reference) {
    Optional<Disclosure> disclosure = read(arguments);
    if (disclosure.isPresent() && reference instanceof RegistryPackage asked) {
      String name = asked.purl().substring(0, asked.purl().lastIndexOf('@'));
      if (!name.equals(disclosure.get().purl())) {
        throw new InputException(
            "The disclosure speaks of %s, and %s is to be looked at. Name another file."
                .formatted(disclosure.get().purl(), name));
      }
    }
    return report -> disclosure.map(report::with).orElse(report);
  }

  /** The file that was named. */
  static Optional<Disclosure> read(ParseResult arguments) {
    return Options.path(arguments, DISCLOSURE).map(DisclosureFile::read);
  }
}
