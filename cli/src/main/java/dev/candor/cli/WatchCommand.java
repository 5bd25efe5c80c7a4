package dev.candor.cli;

import dev.candor.artifact.CacheLock;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.watch.AuditWish;
import dev.candor.audit.watch.Watcher;
import dev.candor.audit.watch.Webhook;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Audits each new release of packages. */
record WatchCommand(Console console) implements Command {
  private static final String INTERVAL = "--interval";
  private static final String ONCE = "--once";
  private static final String WEBHOOK = "--webhook";
  private static final String STATE = "--state";
  private static final String SCAN_ONLY = "--scan-only";
  private static final String INTERRUPTED = "Interrupted; the same command goes on.";
  private static final String SECRET = "CANDOR_WEBHOOK_SECRET";

  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h|d)");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Registries are not asked more often. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Looks for new releases of packages, audits each as candor audit does, and tells what differs"
          + " from the one before.",
      "Of a package that was not watched before, the newest release is looked at first. What was"
          + " seen is remembered, so that nothing is audited twice, told twice or lost.",
      "With --once the exit status is 1 when something covert appeared or changed in a release that"
          + " is new, else 2 when something failed, 3 when a release is unclear, else 0."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("PACKAGE")
            .required(true)
            .arity("1..*")
            .type(String[].class)
            .description("npm:NAME, without a version.")
            .build());
    spec.addOption(
        Options.value(
                INTERVAL, String.class, "TIME", "How often to look: 30m, 1h, 1d. Default: 1h.")
            .build());
    Options.flag(spec, ONCE, "Look once and end.");
    spec.addOption(
        Options.value(
                WEBHOOK,
                String.class,
                "URL",
                "Post changes there as JSON, signed with the secret in "
                    + SECRET
                    + " if it is set.")
            .build());
    spec.addOption(
        Options.value(
                STATE,
                Path.class,
                "FILE",
                "Remember there; default: candor/watch.json in $XDG_STATE_HOME or ~/.local/state.")
            .build());
    Options.flag(spec, SCAN_ONLY, "Read the code of each release and run nothing.");
    ExperimentArguments.options(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    List<String> names =
        Stream.of(arguments.matchedPositionalValue(0, new String[0]))
            .map(TrackCommand::tracked)
            .distinct()
            .toList();
    Duration interval = Options.text(arguments, INTERVAL).map(WatchCommand::time).orElse(HOUR);
    Path file =
        Options.path(arguments, STATE)
            .orElseGet(() -> StateFolder.of(console).resolve("watch.json"))
            .toAbsolutePath();
    Optional<Webhook> webhook =
        Options.text(arguments, WEBHOOK)
            .map(address ->
                new Webhook(
                    address,
                    Optional.ofNullable(console.environment().get(SECRET)),
                    WEBHOOK_PATIENCE));
    Optional<AuditWish> audits = audits(arguments, names);
    Stop stop = new Stop();
    try (CacheLock _ = lock(file);
        Interruption _ = Interruption.ofExperiment(console, () -> INTERRUPTED, stop);
        ProgressLine progress = new ProgressLine(console)) {
      Watcher watcher =
          new Watcher(
              FetchArguments.options(arguments, progress),
              Version.engine(),
              Clock.systemUTC(),
              file,
              webhook,
              audits,
              stop);
      Rounds rounds = new Rounds(watcher, names, console, progress, stop);
      return arguments.hasMatchedOption(ONCE) ? rounds.once() : rounds.forever(interval);
    } finally {
      webhook.ifPresent(Webhook::close);
    }
  }

  private static Optional<AuditWish> audits(ParseResult arguments, List<String> names) {
    if (!arguments.hasMatchedOption(SCAN_ONLY)) {
      PackageReference any = PackageReference.parse("npm:" + names.getFirst());
      return Optional.of(new AuditWish(ExperimentArguments.ofOne(any, "", arguments)));
    }
    ExperimentArguments.given(arguments)
        .ifPresent(option -> {
          throw new ParameterException(
              arguments.commandSpec().commandLine(),
              SCAN_ONLY + " and " + option + " exclude each other");
        });
    return Optional.empty();
  }

  static Duration time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new InputException(
          "--interval %s is no time. Write it as 30m, 1h or 1d.".formatted(Visible.of(text)));
    }
    Duration time = TimeArgument.of(Long.parseLong(matcher.group(1)), matcher.group(2));
    if (time.compareTo(SHORTEST) < 0) {
      throw new InputException(
          "--interval %s is too short; registries are asked every %d s at most."
              .formatted(text, SHORTEST.toSeconds()));
    }
    return time;
  }

  /** Two watches with one memory would tell things twice. */
  private CacheLock lock(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
      return CacheLock.on(
          lock,
          () ->
              console
                  .messages()
                  .println("candor: Another candor watch uses " + file + "; waiting for it."));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written (%s). Name another file with --state."
              .formatted(file, Failures.describe(e)),
          e);
    }
  }
}
