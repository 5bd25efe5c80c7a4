package dev.candor.cli;

import dev.candor.audit.Audit;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.observed.Observer;
import dev.candor.lab.experiment.Stop;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The run of a command that experiments: progress, an end on demand, and the report. */
record Experimenting(Console console) {
  /** Inference of what is known, and the writing of the report. */
  private static final int PATIENCE_SECONDS = 30;

  /** One way to a report. */
  @FunctionalInterface
  interface Way {
    Report report(Audit audit, Observer.Wish wish, Stop stop);
  }

  static void declare(CommandSpec spec) {
    ExperimentArguments.declare(spec);
    ReportArguments.declare(
        spec, ReportFormat.class, "Show every place, level, entry and step, and what is no list.");
  }

  int run(ParseResult arguments, Way way) {
    Consumer<Report> destinations =
        ReportArguments.destinations(arguments, console, ReportFormat.class, "");
    Observer.Wish wish = ExperimentArguments.of(arguments);
    Stop stop = new Stop();
    Thread worker = Thread.currentThread();
    try (Interruption _ =
        new Interruption(
            console,
            "Interrupted. All trials were ended; a report tells what was known by then.",
            () -> {
              stop.now();
              worker.interrupt();
            },
            PATIENCE_SECONDS)) {
      Report report;
      try (ProgressLine line = new ProgressLine(console)) {
        Audit audit =
            new Audit(FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
        report = way.report(audit, wish, stop);
      }
      destinations.accept(report);
      return ExitStatus.of(report);
    }
  }
}
