package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.audit.observed.Observer;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What every command takes that runs a tool in many environments. */
final class ExperimentArguments {
  private static final String BUDGET = "--budget";
  private static final String THOROUGH = "--thorough";
  static final String TRIALS = "--trials";
  private static final String TIME = "default: 120.";
  private static final Pattern AMOUNT = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)?");

  private ExperimentArguments() {}

  static void declare(CommandSpec spec) {
    experiment(spec);
    ToolArguments.declare(spec, TIME);
  }

  /** The same for a command that takes packages in its own way. */
  static void options(CommandSpec spec) {
    experiment(spec);
    ToolArguments.options(spec, TIME);
    FetchArguments.options(spec);
  }

  private static void experiment(CommandSpec spec) {
    spec.addOption(
        Options.value(
                BUDGET,
                String.class,
                "N",
                "How much may be tried: a number of trials, or a time as 90s, 10m, 1h. Default: "
                    + Budget.STANDARD.trials().orElseThrow()
                    + " trials.")
            .build());
    Options.flag(
        spec, THOROUGH, "Try each entry of each list that was found, however long it takes.");
    spec.addOption(
        Options.value(
                TRIALS,
                Path.class,
                "FOLDER",
                "Keep the trials there; an experiment that was cut off goes on with the same folder.")
            .build());
    SeedArgument.declare(spec);
  }

  /**
   * What the arguments ask for.
   *
   * @throws InputException if there is no such budget, recipe or package
   */
  static Observer.Wish of(ParseResult arguments) {
    return of(FetchArguments.reference(arguments, 0), arguments, Options.path(arguments, TRIALS));
  }

  /** The same for one of several packages, with a folder of its own. */
  static Observer.Wish ofOne(PackageReference reference, String folder, ParseResult arguments) {
    return of(
        reference, arguments, Options.path(arguments, TRIALS).map(all -> all.resolve(folder)));
  }

  /** The first of these options that was given, but for those of where packages come from. */
  static Optional<String> given(ParseResult arguments) {
    return Stream.concat(
            Stream.of(BUDGET, THOROUGH, TRIALS, SeedArgument.NAME), ToolArguments.NAMES.stream())
        .filter(arguments::hasMatchedOption)
        .findFirst();
  }

  private static Observer.Wish of(
      PackageReference reference, ParseResult arguments, Optional<Path> trials) {
    return new Observer.Wish(
        ToolArguments.of(reference, arguments, ToolArguments.standardSeconds()),
        budget(arguments),
        SeedArgument.of(arguments),
        trials);
  }

  private static Budget budget(ParseResult arguments) {
    boolean thorough = arguments.hasMatchedOption(THOROUGH);
    Optional<String> wanted = Options.text(arguments, BUDGET);
    if (wanted.isEmpty()) {
      return thorough ? Budget.everything() : Budget.STANDARD;
    }
    Matcher amount = AMOUNT.matcher(wanted.get());
    if (!amount.matches()) {
      throw new InputException(
          "--budget %s is no amount. Write a number of trials, as 80, or a time, as 90s or 10m."
              .formatted(wanted.get()));
    }
    int number = Integer.parseInt(amount.group(1));
    Optional<Duration> time =
        Optional.ofNullable(amount.group(2)).map(unit -> TimeArgument.of(number, unit));
    try {
      return new Budget(
          time.isPresent() ? OptionalInt.empty() : OptionalInt.of(number), time, thorough, 0);
    } catch (IllegalArgumentException e) {
      throw new InputException("--budget %s: %s.".formatted(wanted.get(), e.getMessage()), e);
    }
  }
}
