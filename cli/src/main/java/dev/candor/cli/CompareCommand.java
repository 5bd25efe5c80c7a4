package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.audit.Audit;
import dev.candor.audit.compare.Column;
import dev.candor.audit.compare.ReportFile;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.SideBySideFormat;
import dev.candor.audit.observed.Observer;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What several tools tell, side by side. */
record CompareCommand(Console console) implements Command {
  private static final String REPORT = ".json";

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Shows side by side what several tools tell about the machine, and whether versions of one tool"
          + " tell the same.",
      "A TOOL is a package, which is audited first, or a report that candor audit --json FILE wrote"
          + " before: a file whose name ends in .json. The options of audit hold for all packages.",
      "The exit status is 1 when one of them is covert, else 3 when one is inconclusive, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("TOOL")
            .required(true)
            .arity("2..*")
            .type(String[].class)
            .description(
                "Two to %d: npm:NAME@VERSION, a package URL, a path, or FILE.json."
                    .formatted(SideBySide.MOST))
            .build());
    ExperimentArguments.options(spec);
    ReportArguments.declare(
        spec, SideBySideFormat.class, "Show what all tell alike too, and every place.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<SideBySide> destinations =
        ReportArguments.destinations(
            arguments, console, SideBySideFormat.class, " of receipts side by side");
    String[] tools = arguments.matchedPositionalValue(0, new String[0]);
    if (tools.length < 2 || tools.length > SideBySide.MOST) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          "Two to %d tools are compared, and %d were named"
              .formatted(SideBySide.MOST, tools.length));
    }
    Stop stop = new Stop();
    AtomicReference<String> told =
        new AtomicReference<>("Interrupted before anything was known; nothing is compared.");
    try (Interruption _ = Interruption.ofExperiment(console, told::get, stop)) {
      SideBySide result;
      try (ProgressLine line = new ProgressLine(console)) {
        Audit audit =
            new Audit(FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC());
        result = compared(List.of(tools), arguments, audit, stop);
      }
      destinations.accept(result);
      told.set("Interrupted. All trials were ended; the result tells what was known by then.");
      return ExitStatus.of(result.verdict());
    }
  }

  /** Reports are read and all arguments checked before anything is run. */
  private static SideBySide compared(
      List<String> tools, ParseResult arguments, Audit audit, Stop stop) {
    List<Supplier<Optional<Column>>> columns = new ArrayList<>();
    for (String tool : tools) {
      if (tool.toLowerCase(Locale.ROOT).endsWith(REPORT)) {
        Column column = ReportFile.read(Path.of(tool));
        columns.add(() -> Optional.of(column));
      } else {
        Observer.Wish wish =
            ExperimentArguments.ofOne(PackageReference.parse(tool), folder(tool), arguments);
        columns.add(() ->
            Optional.of(audit.run(wish, stop))
                .filter(report -> report.observed().isPresent()) // else interrupted before
                .map(Column::of));
      }
    }
    List<Column> known = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < tools.size(); i++) {
      Optional<Column> column = stop.isAsked() ? Optional.empty() : columns.get(i).get();
      column.ifPresent(known::add);
      if (column.isEmpty()) {
        notes.add(tools.get(i) + " was not looked at: interrupted before.");
      }
    }
    if (known.isEmpty()) {
      throw new InputException("All was stopped before the first trial, and nothing is known.");
    }
    return SideBySide.of(known, notes, Version.engine(), Instant.now());
  }

  /** Where the trials of a package are kept; of the same package, in the same folder. */
  private static String folder(String tool) {
    return "of-" + tool.replaceAll("[^A-Za-z0-9@._-]", "_");
  }
}
