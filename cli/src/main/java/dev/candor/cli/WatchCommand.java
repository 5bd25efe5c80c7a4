package dev.candor.cli;

import dev.candor.artifact.CacheLock;
import dev.candor.audit.watch.Event;
import dev.candor.audit.watch.Event.Kind;
import dev.candor.audit.watch.Watcher;
import dev.candor.audit.watch.Webhook;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Looks at each new release of packages. */
record WatchCommand(Console console) implements Command {
  private static final String INTERVAL = "--interval";
  private static final String ONCE = "--once";
  private static final String WEBHOOK = "--webhook";
  private static final String STATE = "--state";
  private static final String SECRET = "CANDOR_WEBHOOK_SECRET";

  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(s|m|h|d)");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Registries are not asked more often. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** After a round in which something failed; doubled each time, up to the interval. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Looks for new releases of packages, reads the code of each, and tells what differs from the"
          + " one before.",
      "Of a package that was not watched before, the newest release is looked at first. What was"
          + " seen is remembered, so that nothing is told twice or lost.",
      "With --once the exit status is 1 when a mechanism appeared or changed in a release that is"
          + " new, else 2 when something failed, 3 when a release is unclear, else 0."
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
    FetchArguments.options(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    List<String> names =
        Stream.of(arguments.matchedPositionalValue(0, new String[0]))
            .map(TrackCommand::tracked)
            .distinct()
            .toList();
    Duration interval = Options.text(arguments, INTERVAL).map(WatchCommand::time).orElse(HOUR);
    Path file = Options.path(arguments, STATE).orElseGet(this::usersState).toAbsolutePath();
    Optional<Webhook> webhook =
        Options.text(arguments, WEBHOOK)
            .map(address ->
                new Webhook(
                    address,
                    Optional.ofNullable(console.environment().get(SECRET)),
                    WEBHOOK_PATIENCE));
    try (CacheLock _ = lock(file);
        Interruption _ = new Interruption(console, "Interrupted; the same command goes on.");
        ProgressLine progress = new ProgressLine(console)) {
      Watcher watcher =
          new Watcher(
              FetchArguments.options(arguments, progress),
              Version.engine(),
              Clock.systemUTC(),
              file,
              webhook);
      return arguments.hasMatchedOption(ONCE)
          ? once(watcher, names, progress)
          : forever(watcher, names, interval, progress);
    } finally {
      webhook.ifPresent(Webhook::close);
    }
  }

  private int once(Watcher watcher, List<String> names, ProgressLine progress) {
    List<Kind> kinds = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    watcher.round(
        names,
        event -> {
          progress.stage("");
          tell(event);
          kinds.add(event.kind());
        },
        failures::add);
    progress.stage("");
    failures.forEach(this::complain);
    if (kinds.isEmpty() && failures.isEmpty()) {
      line("nothing new of " + String.join(", ", names));
    }
    if (kinds.contains(Kind.APPEARED) || kinds.contains(Kind.CHANGED)) {
      return ExitStatus.COVERT;
    }
    if (!failures.isEmpty()) {
      return ExitStatus.NOT_DONE;
    }
    return kinds.contains(Kind.UNCLEAR) ? ExitStatus.INCONCLUSIVE : ExitStatus.NOTHING_COVERT;
  }

  /** Until somebody ends it. */
  private int forever(
      Watcher watcher, List<String> names, Duration interval, ProgressLine progress) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      List<String> failures = new ArrayList<>();
      watcher.round(
          names,
          event -> {
            progress.stage("");
            tell(event);
          },
          failures::add);
      progress.stage("");
      failures.forEach(this::complain);
      boolean failed = !failures.isEmpty();
      rest(failed && pause.compareTo(interval) < 0 ? pause : interval);
      if (Thread.currentThread().isInterrupted()) {
        return ExitStatus.NOTHING_COVERT; // The interruption says what is to be said.
      }
      pause = failed ? pause.multipliedBy(2) : FIRST_PAUSE;
    }
  }

  /** Ends early when this thread is interrupted. */
  private static void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void tell(Event event) {
    String sentence =
        "%s@%s%s: %s%s"
            .formatted(
                event.name(),
                event.newer().version(),
                event.newer().published().map(time -> " of " + minute(time)).orElse(""),
                event.newer().look().state().word(),
                event
                    .older()
                    .map(older -> ", " + event.kind().word() + " since " + older.version())
                    .orElse(", watched from here on"));
    line(sentence);
    PrintWriter out = console.results();
    event.reasons().forEach(reason -> out.println("  " + Visible.of(reason)));
    console.out().flush();
  }

  private void line(String text) {
    console.results().println(minute(Instant.now()) + "  " + Visible.of(text));
    console.out().flush();
  }

  private void complain(String problem) {
    PrintWriter messages = console.messages();
    messages.println("candor: " + Visible.of(problem));
    messages.flush();
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
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

  /** {@code $XDG_STATE_HOME/candor/watch.json}, or below {@code ~/.local/state} (XDG 0.8). */
  private Path usersState() {
    return Optional.ofNullable(console.environment().get("XDG_STATE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("candor")
        .resolve("watch.json");
  }

  /** Two watches with one memory would tell things twice. */
  private CacheLock lock(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
      return CacheLock.on(
          lock, () -> complain("Another candor watch uses " + file + "; waiting for it."));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be written (%s). Name another file with --state."
              .formatted(file, Failures.describe(e)),
          e);
    }
  }
}
