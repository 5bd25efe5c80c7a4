package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.audit.Audit;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.difference.DifferenceFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a package without running it, or two and what they differ in. */
record ScanCommand(Console console) implements Command {
  private static final String DIFF = "--diff";

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Recovers what a package stores hidden and how its prompts depend on the environment, without"
          + " running it.",
      "The exit status is 1 when a prompt or request depends on the environment in a way that a"
          + " reader does not notice. Hidden tables and encoders alone are findings, not a verdict:"
          + " with them or without, it is 0. It is 3 when nothing was found and something was left"
          + " unread.",
      "With --diff it is that of NEW."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    FetchArguments.declare(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1")
            .paramLabel("NEW")
            .required(false)
            .arity("0..1")
            .type(String.class)
            .description("With --diff: the package that is compared with the first.")
            .build());
    Options.flag(
        spec,
        DIFF,
        "Compare two packages: what appeared and vanished in tables, probes, encoders and flows.");
    SuppressionArguments.declare(spec);
    AttestArguments.declare(spec);
    ReportArguments.declare(
        spec,
        ReportFormat.class,
        "Show every entry, place and step, and what decodes but is no list.");
  }

  @Override
  public int run(ParseResult arguments) {
    boolean two = arguments.hasMatchedPositional(1);
    if (arguments.hasMatchedOption(DIFF) != two) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          two
              ? "Two packages are compared with --diff"
              : "--diff compares two packages: --diff OLD NEW");
    }
    if (two && arguments.hasMatchedOption(AttestArguments.ATTEST)) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(), "--attest signs a report, and no difference");
    }
    if (two && arguments.hasMatchedOption(SuppressionArguments.SUPPRESSIONS)) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          "--suppressions are of a report, not of a difference");
    }
    return two ? difference(arguments) : report(arguments);
  }

  private int report(ParseResult arguments) {
    Outputs outputs = new Outputs(console);
    Optional<Consumer<Report>> attested =
        AttestArguments.of(arguments, outputs, () -> FetchArguments.reference(arguments, 0));
    Consumer<Report> destinations =
        ReportArguments.destinations(arguments, outputs, ReportFormat.class, "");
    UnaryOperator<Report> reviewed = SuppressionArguments.of(arguments, console);
    Report report = reviewed.apply(scanned(arguments, 0).getFirst());
    destinations.accept(report);
    attested.ifPresent(file -> file.accept(report));
    return ExitStatus.of(report);
  }

  private int difference(ParseResult arguments) {
    Consumer<Difference> destinations =
        ReportArguments.destinations(arguments, console, DifferenceFormat.class, " with " + DIFF);
    List<Report> reports = scanned(arguments, 0, 1);
    destinations.accept(Difference.between(reports.getFirst(), reports.getLast()));
    return ExitStatus.of(reports.getLast());
  }

  /** The reports on the packages at those positions, one after the other to spare memory. */
  private List<Report> scanned(ParseResult arguments, int... positions) {
    List<PackageReference> subjects = new ArrayList<>();
    for (int position : positions) {
      subjects.add(FetchArguments.reference(arguments, position));
    }
    try (ProgressLine line = new ProgressLine(console)) {
      Audit audit =
          new Audit(FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
      return subjects.stream().map(audit::scan).toList();
    }
  }
}
