package dev.candor.cli;

import dev.candor.audit.Audit;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.observed.Observer;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.lab.experiment.Stop;
import dev.candor.text.mechanism.MechanismWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The run of a command that experiments: progress, an end on demand, and the report. */
record Experimenting(Console console) {
  static final String MECHANISM = "--mechanism";

  private static final String NOTHING =
      "Interrupted before anything was known; there is no report.";
  private static final String READ =
      "Interrupted before the first trial; the report tells what the code shows.";
  private static final String KNOWN =
      "Interrupted. All trials were ended; a report tells what was known by then.";

  /** One way to a report. */
  @FunctionalInterface
  interface Way {
    Report report(Audit audit, Observer.Wish wish, Stop stop);
  }

  static void declare(CommandSpec spec) {
    ExperimentArguments.declare(spec);
    spec.addOption(
        Options.value(
                MECHANISM,
                Path.class,
                "FILE",
                "Write the mechanism that was confirmed, for candor exposure and candor decode.")
            .build());
    DisclosureArguments.declare(spec);
    SuppressionArguments.declare(spec);
    AttestArguments.declare(spec);
    ReportArguments.declare(
        spec, ReportFormat.class, "Show every place, level, entry and step, and what is no list.");
  }

  int run(ParseResult arguments, Way way) {
    Outputs outputs = new Outputs(console);
    Optional<Output> mechanism =
        Options.path(arguments, MECHANISM).map(path -> outputs.at(MECHANISM, path));
    Optional<Consumer<Report>> attested =
        AttestArguments.of(arguments, outputs, () -> FetchArguments.reference(arguments, 0));
    Consumer<Report> destinations =
        ReportArguments.destinations(arguments, outputs, ReportFormat.class, "");
    Observer.Wish wish = ExperimentArguments.of(arguments);
    UnaryOperator<Report> held = DisclosureArguments.of(arguments, wish.tool().reference());
    UnaryOperator<Report> reviewed = SuppressionArguments.of(arguments, console);
    Stop stop = new Stop();
    AtomicReference<String> told = new AtomicReference<>(NOTHING);
    try (Interruption _ = Interruption.ofExperiment(console, told::get, stop)) {
      Report found;
      try (ProgressLine line = new ProgressLine(console)) {
        Audit audit =
            new Audit(FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
        found = held.apply(way.report(audit, wish, stop));
      }
      Report report = reviewed.apply(found);
      destinations.accept(report);
      told.set(report.observed().isPresent() ? KNOWN : READ);
      mechanism.ifPresent(file -> write(report, file));
      attested.ifPresent(file -> file.accept(report));
      return ExitStatus.of(report);
    }
  }

  private void write(Report report, Output file) {
    Optional<Mechanism> mechanism = report.mechanism();
    if (mechanism.isEmpty()) {
      console
          .messages()
          .println("candor: No mechanism was confirmed in a text; no file is written.");
      return;
    }
    file.write((OutputStream out) -> {
      try {
        out.write(MechanismWriter.text(mechanism.get()).getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
