package dev.candor.lab.experiment;

import dev.candor.core.InputException;
import dev.candor.lab.experiment.Finished.Ending;
import dev.candor.lab.experiment.Observation.Cause;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.trial.Staging;
import dev.candor.lab.trial.Trials;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;

/** The running of a design. */
public final class Experiment {
  /** So many rooms that fail one after the other end it: the next would, too. */
  private static final int MOST_FAILURES = 5;

  /** A room is asked for again where it failed. */
  private static final int ATTEMPTS = 2;

  private final Design design;
  private final Setting setting;
  private final Steering steering;
  private final Stop stop;
  private final LongSupplier nanos;
  private final long began;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Deque<Planned> designed = new ArrayDeque<>();
  private final Deque<Planned> added = new ArrayDeque<>();
  private final Map<Integer, Thread> running = new HashMap<>();
  private final List<Observation> observations = new ArrayList<>();
  private int numbered;
  private int failures;
  private boolean cut;

  /** What threads of trials tell. */
  private sealed interface Event {
    /** A trial is over. */
    record Seen(Observation observation) implements Event {}

    /** A trial was ended by us. */
    record Ended() implements Event {}

    /** A trial shows a fault of ours. */
    record Broke(RuntimeException fault) implements Event {}

    /** Somebody wants an end. */
    record Stopped() implements Event {}
  }

  /**
   * Where it is run.
   *
   * @param staging makes trials of the tool
   * @param trials runs them
   * @param journal keeps what is observed, and knows what was before; empty where nothing is kept
   */
  public record Setting(
      Staging staging, Trials trials, Parallel parallel, Optional<Journal> journal) {}

  private Experiment(
      Design design, Setting setting, Steering steering, Stop stop, LongSupplier nanos) {
    this.design = design;
    this.setting = setting;
    this.steering = steering;
    this.stop = stop;
    this.nanos = nanos;
    began = nanos.getAsLong();
    designed.addAll(design.trials());
    numbered = Math.max(design.trials().size(), setting.journal().map(Journal::highest).orElse(0));
  }

  /**
   * Runs it until nothing is left, the budget is spent, or somebody stops it, be it by an interrupt
   * of this thread, which stays set. Trials that run then are ended. What is known is what is
   * given, in all these cases.
   */
  public static Finished run(Design design, Setting setting, Steering steering, Stop stop) {
    return run(design, setting, steering, stop, System::nanoTime);
  }

  static Finished run(
      Design design, Setting setting, Steering steering, Stop stop, LongSupplier nanos) {
    return new Experiment(design, setting, steering, stop, nanos).run();
  }

  private Finished run() {
    stop.whenAsked(() -> events.add(new Event.Stopped()));
    boolean interrupted = false;
    Optional<Ending> early = Optional.empty();
    try {
      early = conduct();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      interrupted |= endTrials();
    }
    events.forEach(this::keep); // over before they could be ended
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Ending ending =
        interrupted ? Ending.STOPPED : early.orElse(cut ? Ending.BUDGET : Ending.COMPLETE);
    return new Finished(design, known(), ending, why(ending));
  }

  private Optional<Ending> conduct() throws InterruptedException {
    while (true) {
      if (stop.isAsked()) {
        return Optional.of(Ending.STOPPED);
      }
      begin();
      if (running.isEmpty()) {
        List<Wanted> more = steering.rest(known(), left());
        add(more.subList(0, Math.min(more.size(), left())));
        cut |= added.size() < more.size();
        if (added.isEmpty()) {
          return Optional.empty();
        }
      } else {
        switch (events.take()) {
          case Event.Seen(Observation observation) -> take(observation);
          case Event.Broke(RuntimeException fault) -> throw fault;
          case Event.Stopped _, Event.Ended _ -> {} // looked at above
        }
        if (failures >= MOST_FAILURES) {
          return Optional.of(Ending.ROOM);
        }
      }
    }
  }

  /** Begins as many as may run. */
  private void begin() {
    while (running.size() < setting.parallel().now()) {
      Optional<Planned> next = next();
      if (next.isEmpty()) {
        return;
      }
      Planned planned = next.get();
      Optional<Observation> before = setting.journal().flatMap(journal -> journal.known(planned));
      if (before.isPresent()) {
        saw(before.get());
      } else {
        running.put(planned.number(), Thread.ofVirtual().start(() -> tell(planned)));
      }
    }
  }

  /** What is called for comes before what was designed; time that is over leaves the rest. */
  private Optional<Planned> next() {
    if (spent(design.budget().designedTime())) {
      cut |= !designed.isEmpty();
      designed.clear();
    }
    if (spent(design.budget().time())) {
      cut |= !added.isEmpty();
      added.clear();
    }
    return Optional.ofNullable(added.isEmpty() ? designed.poll() : added.poll());
  }

  private boolean spent(Optional<Duration> of) {
    Duration gone = Duration.ofNanos(nanos.getAsLong() - began);
    return of.isPresent() && gone.compareTo(of.get()) >= 0;
  }

  /** In a thread of its own. */
  private void tell(Planned planned) {
    Event event = new Event.Ended();
    try {
      event = new Event.Seen(observe(planned));
    } catch (RuntimeException e) {
      event = new Event.Broke(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      events.add(event); // somebody waits for it
    }
  }

  private Observation observe(Planned planned) throws InterruptedException {
    int attempts = 0;
    try {
      Staging.Staged staged = setting.staging().in(planned.environment());
      String reason = "";
      while (attempts < ATTEMPTS) {
        attempts++;
        try {
          return new Observation(planned, attempts, new Ran(setting.trials().run(staged.trial())));
        } catch (IOException e) {
          throwIfInterrupted();
          reason = String.valueOf(e.getMessage());
        }
      }
      return new Observation(planned, attempts, new Failed(Cause.ROOM, reason));
    } catch (InputException e) {
      throwIfInterrupted();
      return new Observation(
          planned, attempts, new Failed(Cause.ENVIRONMENT, String.valueOf(e.getMessage())));
    }
  }

  /** What was begun fails in many ways then. */
  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void take(Observation observation) {
    running.remove(observation.planned().number());
    setting.journal().ifPresent(journal -> journal.add(observation));
    saw(observation);
  }

  private void saw(Observation observation) {
    observations.add(observation);
    switch (observation.outcome()) {
      case Ran(var result) -> {
        failures = 0;
        setting.parallel().saw(result.room().peakMemory());
      }
      case Failed(Cause cause, String _) -> failures += cause == Cause.ROOM ? 1 : 0;
    }
    Standing standing =
        new Standing(observations.size(), running.size(), designed.size() + added.size());
    List<Wanted> more = steering.after(observation, standing);
    int left = left();
    add(more.subList(0, Math.min(more.size(), left)));
    cut |= more.size() > left;
  }

  private void add(List<Wanted> more) {
    more.forEach(one -> added.add(new Planned(++numbered, one.environment(), one.purpose())));
  }

  /** How many more can be called for. What is designed and not begun has its place already. */
  private int left() {
    if (spent(design.budget().time())) {
      return 0;
    }
    return design.budget().most()
        - observations.size()
        - running.size()
        - designed.size()
        - added.size();
  }

  /** Whether this thread was interrupted meanwhile. */
  private boolean endTrials() {
    boolean interrupted = false;
    running.values().forEach(Thread::interrupt);
    for (Thread trial : running.values()) {
      while (trial.isAlive()) {
        try {
          trial.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }

  private void keep(Event event) {
    if (event instanceof Event.Seen(Observation observation)) {
      setting.journal().ifPresent(journal -> journal.add(observation));
      observations.add(observation);
    }
  }

  private List<Observation> known() {
    return observations.stream()
        .sorted(Comparator.comparingInt(one -> one.planned().number()))
        .toList();
  }

  private Optional<String> why(Ending ending) {
    return switch (ending) {
      case COMPLETE -> Optional.empty();
      case BUDGET -> Optional.of("the budget was spent");
      case STOPPED -> Optional.of("it was stopped");
      case ROOM ->
          Optional.of(
              "rooms failed one after the other: "
                  + switch (observations.getLast().outcome()) {
                    case Failed(Cause _, String reason) -> reason;
                    case Ran _ -> "";
                  });
    };
  }
}
