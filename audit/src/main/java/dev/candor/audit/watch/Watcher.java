package dev.candor.audit.watch;

import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.PublishedVersions;
import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for new releases of packages, audits each, compares it with the one before and tells.
 *
 * <p>The state is written when a release was looked at, with what is to be posted of it: whatever
 * happens then, it is neither looked at again nor forgotten.
 */
public final class Watcher {
  /** Of lower versions that are tried where one cannot be had any more. */
  private static final int NEAREST = 3;

  private final FetchOptions options;
  private final Engine engine;
  private final Releases releases;
  private final Stop stop;
  private final Clock clock;
  private final StateFile file;
  private final Optional<Webhook> webhook;
  private WatchState state;

  /**
   * @param state where is remembered what was seen; made where it is not there
   * @param audits how releases are audited; empty where their code is read and nothing is run
   * @param stop ends a round; the release at work is looked at again in the next
   * @throws InputException if there is another file
   */
  public Watcher(
      FetchOptions options,
      Engine engine,
      Clock clock,
      Path state,
      Optional<Webhook> webhook,
      Optional<AuditWish> audits,
      Stop stop) {
    this.options = options;
    this.engine = engine;
    this.clock = clock;
    this.file = new StateFile(state);
    this.webhook = webhook;
    this.releases = new Releases(options, engine, clock, audits, stop);
    this.stop = stop;
    this.state = file.read();
  }

  /**
   * Looks once. Of a package that was not watched before the newest release is looked at, and those
   * before it count as known.
   *
   * @param told is told of each release that was looked at
   * @param failed is told what could not be done; it will be tried again
   */
  public void round(List<String> names, Consumer<Event> told, Consumer<String> failed) {
    for (String name : names) {
      try {
        look(name, told, failed);
      } catch (InputException e) {
        fail(e, failed);
      } catch (IllegalStateException e) {
        if (!stop.isAsked()) { // else something was interrupted, as it should
          throw e;
        }
      }
      if (stop.isAsked()) {
        return;
      }
      post(failed);
    }
  }

  /** How many posts nobody has taken yet. */
  public int pending() {
    return state.pending().size();
  }

  private void look(String name, Consumer<Event> told, Consumer<String> failed) {
    PublishedVersions all =
        new Fetch()
            .versions(name, Duration.ZERO, clock, options)
            .within(Optional.empty(), Optional.empty(), false);
    List<PublishedVersion> there = all.all().stream().filter(PublishedVersion::available).toList();
    if (there.isEmpty()) {
      throw new InputException(name + " has no version that is no pre-release.");
    }
    if (!state.watches(name)) {
      tell(
          name,
          there.stream().map(PublishedVersion::version).toList(),
          event(name, List.of(), there.getLast()),
          told);
      return;
    }
    for (int i = 0; i < there.size(); i++) {
      PublishedVersion version = there.get(i);
      if (!stop.isAsked() && !state.knows(name, version.version())) {
        try {
          tell(name, List.of(version.version()), event(name, there.subList(0, i), version), told);
        } catch (InputException e) {
          // The next round tries it again; those after it need not wait.
          fail(e, failed);
        }
      }
    }
  }

  /** What was cut off is not told: the next round sees it whole. */
  private void tell(String name, List<String> versions, Event event, Consumer<Event> told) {
    if (!stop.isAsked()) {
      remember(name, versions, event);
      told.accept(event);
    }
  }

  private void fail(InputException problem, Consumer<String> failed) {
    if (!stop.isAsked()) {
      failed.accept(String.valueOf(problem.getMessage()));
    }
  }

  private Event event(String name, List<PublishedVersion> lower, PublishedVersion version) {
    Seen newer = releases.audited(name, version);
    return Event.of(name, before(name, lower, newer), newer, engine, clock.instant());
  }

  /** The nearest that can be looked at; what cannot be was said when it was new. */
  private Optional<Seen> before(String name, List<PublishedVersion> lower, Seen newer) {
    return lower.reversed().stream()
        .limit(NEAREST)
        .takeWhile(_ -> !stop.isAsked())
        .flatMap(version -> before(name, version, newer).stream())
        .findFirst();
  }

  /** Where the newer one has no audit, there is nothing to hold another one's against. */
  private Optional<Seen> before(String name, PublishedVersion version, Seen newer) {
    try {
      return Optional.of(
          newer.verdict().isPresent()
              ? releases.audited(name, version)
              : releases.scanned(name, version));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private void remember(String name, List<String> versions, Event event) {
    Optional<WatchState.Pending> post =
        Optional.of(event)
            .filter(one -> webhook.isPresent() && one.kind().isChange())
            .map(one ->
                new WatchState.Pending(
                    one.id(), new String(EventJson.bytes(one), StandardCharsets.UTF_8)));
    state = state.with(name, versions, post);
    file.write(state);
  }

  /** In their order; after one that is not taken the others wait, too. */
  private void post(Consumer<String> failed) {
    if (webhook.isEmpty()) {
      return;
    }
    for (WatchState.Pending one : new ArrayList<>(state.pending())) {
      Optional<String> problem = webhook.get().post(one);
      if (problem.isPresent()) {
        failed.accept(problem.get() + "; " + one.id() + " is kept and will be posted again.");
        return;
      }
      state = state.posted(one);
      file.write(state);
    }
  }
}
