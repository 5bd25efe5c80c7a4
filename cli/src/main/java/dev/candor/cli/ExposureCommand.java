package dev.candor.cli;

import dev.candor.audit.exposure.ExposureFormat;
import dev.candor.audit.exposure.ExposureReport;
import dev.candor.audit.exposure.Machine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tells whether this machine would be marked by known mechanisms. */
record ExposureCommand(Console console) implements Command {
  private static final String ENVIRONMENT = "--environment";

  @Override
  public String name() {
    return "exposure";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells whether a known mechanism would mark what is sent from this machine, and as what.",
      "It reads only what the mechanism's conditions look at, and shows where. Nothing is sent and no"
          + " tool is run.",
      "The exit status is 1 when something would be marked, and 3 when not enough could be read to"
          + " say."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    MechanismArguments.declare(spec);
    spec.addOption(
        Options.value(
                ENVIRONMENT,
                String[].class,
                "FACTOR=LEVEL",
                "A level in the place of what this machine says, as endpoint=api.example.com; none"
                    + " for nothing. candor factors lists the factors.")
            .build());
    ReportArguments.declare(spec, ExposureFormat.class, "Show every value that matches.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<ExposureReport> destinations =
        ReportArguments.destinations(arguments, console, ExposureFormat.class, " of an exposure");
    Map<String, String> given = new LinkedHashMap<>();
    LevelArguments.of(arguments, ENVIRONMENT)
        .forEach(level -> given.put(level.getKey(), level.getValue()));
    ExposureReport report =
        ExposureReport.of(
            MechanismArguments.of(arguments), given, machine(), Version.engine(), Instant.now());
    destinations.accept(report);
    return switch (report.marked()) {
      case YES -> ExitStatus.COVERT;
      case NO -> ExitStatus.NOTHING_COVERT;
      case UNKNOWN -> ExitStatus.INCONCLUSIVE;
    };
  }

  private Machine machine() {
    return new Machine(
        console.environment(),
        Path.of("/"),
        Path.of("").toAbsolutePath(),
        System.getProperty("user.name", ""));
  }
}
