package dev.candor.cli;

import dev.candor.audit.Report;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.Disclosure;
import dev.candor.audit.disclosure.DisclosureCheck;
import dev.candor.audit.disclosure.DisclosureCheckFormat;
import dev.candor.audit.disclosure.DisclosureFile;
import dev.candor.core.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Holds a report that is there against what a vendor declares. */
record DisclosureCheckCommand(Console console) implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Holds the report of an audit against a vendor's disclosure: what of that which was seen it"
          + " covers, what not, and of which statements nothing was seen.",
      "The report is verified first. Its verdict does not change.",
      "The exit status is 0 when all that was seen is covered, 1 when something is not, 3 when that"
          + " cannot be said: the disclosure speaks of another version, or the report is"
          + " inconclusive."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    KnownReport.declare(spec);
    Options.argument(spec, 1, Path.class, "FILE", "The disclosure, as YAML or JSON.");
    ReportArguments.declare(spec, DisclosureCheckFormat.class, "Show what is covered, too.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<DisclosureCheck> destinations =
        ReportArguments.destinations(
            arguments, console, DisclosureCheckFormat.class, " of a disclosure check");
    Disclosure disclosure = DisclosureFile.read(arguments.matchedPositionalValue(1, Path.of("")));
    KnownReport known = KnownReport.of(arguments);
    Report report = known.report();
    if (report.observed().isEmpty()) {
      throw new InputException(
          known.file()
              + " tells of no trial, and a disclosure of what is sent. Write a report with candor"
              + " audit PACKAGE --json FILE.");
    }
    DisclosureCheck check =
        new DisclosureCheck(
            known.file(),
            report.subject(),
            report.verdict(),
            Disclosed.of(disclosure, report),
            known.notes(),
            Version.engine(),
            Instant.now());
    destinations.accept(check);
    return ExitStatus.of(check.outcome());
  }
}
