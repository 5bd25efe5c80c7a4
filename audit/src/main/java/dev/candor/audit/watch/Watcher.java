package dev.candor.audit.watch;

import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.PublishedVersions;
import dev.candor.audit.Engine;
import dev.candor.audit.track.Tracker;
import dev.candor.core.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for new releases of packages, looks at each, compares it with the one before and tells.
 *
 * <p>The state is written when a release was looked at, with what is to be posted of it: whatever
 * happens then, it is neither looked at again nor forgotten.
 */
public final class Watcher {
  /** Of lower versions that are tried where one cannot be had any more. */
  private static final int NEAREST = 3;

  private final FetchOptions options;
  private final Engine engine;
  private final Clock clock;
  private final StateFile file;
  private final Optional<Webhook> webhook;
  private WatchState state;

  /**
   * @param state where is remembered what was seen; made where it is not there
   * @throws InputException if there is another file
   */
  public Watcher(
      FetchOptions options, Engine engine, Clock clock, Path state, Optional<Webhook> webhook) {
    this.options = options;
    this.engine = engine;
    this.clock = clock;
    this.file = new StateFile(state);
    this.webhook = webhook;
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
        failed.accept(String.valueOf(e.getMessage()));
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
      Event event = event(name, Optional.empty(), there.getLast());
      remember(name, there.stream().map(PublishedVersion::version).toList(), event);
      told.accept(event);
      return;
    }
    for (int i = 0; i < there.size(); i++) {
      PublishedVersion version = there.get(i);
      if (!state.knows(name, version.version())) {
        try {
          Event event = event(name, before(name, there.subList(0, i)), version);
          remember(name, List.of(version.version()), event);
          told.accept(event);
        } catch (InputException e) {
          // The next round tries it again; those after it need not wait.
          failed.accept(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private Event event(String name, Optional<Event.Seen> older, PublishedVersion newer) {
    return Event.of(name, older, seen(name, newer), engine, clock.instant());
  }

  /** The nearest that can be looked at; what cannot be was said when it was new. */
  private Optional<Event.Seen> before(String name, List<PublishedVersion> lower) {
    return lower.reversed().stream()
        .limit(NEAREST)
        .flatMap(version -> seenIfAny(name, version).stream())
        .findFirst();
  }

  private Optional<Event.Seen> seenIfAny(String name, PublishedVersion version) {
    try {
      return Optional.of(seen(name, version));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private Event.Seen seen(String name, PublishedVersion version) {
    return new Event.Seen(
        version.version(),
        version.published(),
        new Tracker(options, engine, clock).look(name, version, false).look());
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
