package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryFormat;
import dev.candor.audit.track.Plan;
import dev.candor.audit.track.Tracker;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** In which versions of a package a mechanism is. */
record TrackCommand(Console console) implements Command {
  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String EVERY = "--every";
  private static final String STEP = "--step";
  private static final String PRERELEASES = "--prereleases";
  private static final String KEEP = "--keep";

  @Override
  public String name() {
    return "track";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells in which versions of a package a mechanism is, where it came, changed and went.",
      "Looks at the ends of the range and between them, each time in the middle of what is still"
          + " open, until what differs stands side by side. What a look saw is kept, so that a second"
          + " run takes a second, and one that was cut off goes on.",
      "The exit status is 1 when it is in some version of the range, else 3 when something could not"
          + " be told, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(spec, 0, String.class, "PACKAGE", "npm:NAME, without a version.");
    spec.addOption(
        Options.value(FROM, String.class, "V", "From this version on; default: the first.")
            .build());
    spec.addOption(
        Options.value(TO, String.class, "V", "Up to this version; default: the last.").build());
    Options.flag(spec, EVERY, "Look at each version.");
    spec.addOption(
        Options.value(
                STEP,
                Integer.class,
                "N",
                "Look at every Nth version at least, also where something differs.")
            .build());
    Options.flag(spec, PRERELEASES, "Versions such as 1.0.0-beta.1 count too.");
    Options.flag(
        spec, KEEP, "Keep package files that are fetched for this; default: what a look saw only.");
    FetchArguments.options(spec);
    ReportArguments.declare(
        spec, HistoryFormat.class, "Show a line for each version, and all that differs.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<History> destinations =
        ReportArguments.destinations(arguments, console, HistoryFormat.class, " of a history");
    Tracker.Wish wish = wish(arguments);
    Stop stop = new Stop();
    AtomicReference<String> told =
        new AtomicReference<>("Interrupted before anything was known; there is no history.");
    try (Interruption _ = Interruption.ofExperiment(console, told::get, stop)) {
      History history;
      try (ProgressLine line = new ProgressLine(console)) {
        history =
            new Tracker(
                    FetchArguments.options(arguments, line), Version.engine(), Clock.systemUTC())
                .track(wish, stop);
      }
      if (stop.isAsked() && history.seen() == 0) {
        return ExitStatus.INCONCLUSIVE;
      }
      destinations.accept(history);
      told.set("Interrupted. The history tells what was known by then; the same command goes on.");
      return ExitStatus.of(history.state());
    }
  }

  private static Tracker.Wish wish(ParseResult arguments) {
    return new Tracker.Wish(
        tracked(arguments.matchedPositionalValue(0, "")),
        Options.text(arguments, FROM),
        Options.text(arguments, TO),
        arguments.hasMatchedOption(PRERELEASES),
        plan(arguments),
        arguments.hasMatchedOption(KEEP),
        Tracker.FRESH);
  }

  /**
   * The name of a package whose versions can be listed.
   *
   * @throws InputException if it is no such package, or one version of it
   */
  static String tracked(String text) {
    if (PackageReference.parse(text) instanceof RegistryPackage wanted) {
      if (wanted.exact()) {
        throw new InputException(
            "%s is one version. Write npm:%s; --from and --to name a range."
                .formatted(wanted, wanted.name()));
      }
      return wanted.name();
    }
    throw new InputException(text + " lies on this machine and has no history. Write npm:NAME.");
  }

  private static Optional<Plan> plan(ParseResult arguments) {
    Optional<Integer> step = Optional.ofNullable(arguments.<Integer>matchedOptionValue(STEP, null));
    boolean every = arguments.hasMatchedOption(EVERY);
    if (step.isPresent() && (every || step.get() < 1)) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          every ? "--every and --step exclude each other" : "--step takes a number from 1 on");
    }
    return every ? Optional.of(Plan.everything()) : step.map(each -> new Plan(each, true));
  }
}
