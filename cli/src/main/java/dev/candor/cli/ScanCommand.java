package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.audit.Audit;
import dev.candor.audit.Report;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Reads a package without running it. */
record ScanCommand(Console console) implements Command {
  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Recovers what a package stores hidden, without running it.",
      "Hidden tables are findings, not a verdict: with them or without, the exit status is 0. It is"
          + " 3 when nothing was found and something was left unread."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PACKAGE")
            .required(true)
            .arity("1")
            .type(String.class)
            .description("npm:NAME@VERSION, a package URL, or a path.")
            .build());
    FetchArguments.declare(spec);
    ReportArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<Report> destinations = ReportArguments.destinations(arguments, console);
    PackageReference subject = PackageReference.parse(arguments.matchedPositionalValue(0, ""));
    Report report;
    try (ProgressLine line = new ProgressLine(console)) {
      Audit audit =
          new Audit(FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
      report = audit.scan(subject);
    }
    destinations.accept(report);
    return ExitStatus.of(report);
  }
}
