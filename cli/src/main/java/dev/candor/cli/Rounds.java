package dev.candor.cli;

import dev.candor.audit.watch.Event;
import dev.candor.audit.watch.Event.Kind;
import dev.candor.audit.watch.Watcher;
import dev.candor.lab.experiment.Stop;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The rounds of a watch: what each finds is told as it comes. */
final class Rounds {
  /** After a round in which something failed; doubled each time, up to the interval. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private final Watcher watcher;
  private final List<String> names;
  private final Console console;
  private final ProgressLine progress;
  private final Stop stop;
  private final Consumer<Duration> pause;

  /**
   * @param names of the packages
   * @param stop ends it
   */
  Rounds(Watcher watcher, List<String> names, Console console, ProgressLine progress, Stop stop) {
    this(watcher, names, console, progress, stop, time -> rest(time, stop));
  }

  /**
   * @param pause waits that long, or until it is stopped
   */
  Rounds(
      Watcher watcher,
      List<String> names,
      Console console,
      ProgressLine progress,
      Stop stop,
      Consumer<Duration> pause) {
    this.watcher = watcher;
    this.names = names;
    this.console = console;
    this.progress = progress;
    this.stop = stop;
    this.pause = pause;
  }

  /** One round; the exit status tells what it found. */
  int once() {
    List<Kind> kinds = new ArrayList<>();
    List<String> failures = round(event -> kinds.add(event.kind()));
    if (kinds.isEmpty() && failures.isEmpty() && !stop.isAsked()) {
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

  /** Until somebody ends it, who says what is to be said. */
  int forever(Duration interval) {
    Duration afterFailure = FIRST_PAUSE;
    while (true) {
      boolean failed = !round(_ -> {}).isEmpty();
      if (!stop.isAsked()) {
        pause.accept(failed && afterFailure.compareTo(interval) < 0 ? afterFailure : interval);
      }
      if (stop.isAsked()) {
        return ExitStatus.NOTHING_COVERT;
      }
      afterFailure = failed ? afterFailure.multipliedBy(2) : FIRST_PAUSE;
    }
  }

  private static void rest(Duration time, Stop stop) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !stop.isAsked(); left = end - System.nanoTime()) {
      LockSupport.parkNanos(left); // whoever stops it interrupts this thread
    }
  }

  /** What failed. */
  private List<String> round(Consumer<Event> counted) {
    List<String> failures = new ArrayList<>();
    watcher.round(
        names,
        event -> {
          progress.stage("");
          tell(event);
          counted.accept(event);
        },
        failures::add);
    progress.stage("");
    PrintWriter messages = console.messages();
    failures.forEach(problem -> messages.println("candor: " + Visible.of(problem)));
    messages.flush();
    return failures;
  }

  private void tell(Event event) {
    line(
        "%s@%s%s: %s%s"
            .formatted(
                event.name(),
                event.newer().version(),
                event.newer().published().map(time -> " of " + minute(time)).orElse(""),
                event.newer().word(),
                event
                    .older()
                    .map(older -> ", " + event.kind().word() + " since " + older.version())
                    .orElse(", watched from here on")));
    PrintWriter out = console.results();
    event.reasons().forEach(reason -> out.println("  " + Visible.of(reason)));
    event.newer().doubts().forEach(doubt -> out.println("  not known: " + Visible.of(doubt)));
    console.out().flush();
  }

  private void line(String text) {
    console.results().println(minute(Instant.now()) + "  " + Visible.of(text));
    console.out().flush();
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
