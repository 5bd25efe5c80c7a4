package dev.candor.audit.track;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.CachedFiles;
import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.Platform;
import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.PublishedVersions;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.Audit;
import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Stop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;

/**
 * The way from a package to its history: list the versions, look at some, compare neighbours.
 *
 * <p>What a look saw is kept, so that a history that was cut off goes on where it was.
 */
public final class Tracker {
  /** How old a list of versions may be. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  private static final int KEPT_LOOKS = 4_096;

  /** After so many failures in a row the registry is out of reach. */
  private static final int FAILURES = 3;

  private final FetchOptions options;
  private final Downloads downloads;
  private final Engine engine;
  private final Clock clock;
  private final LookCache looks;

  /**
   * @param name of the package
   * @param from the first version of the range; see {@link PublishedVersions#within}
   * @param prereleases whether they count
   * @param plan how closely is looked; by the number of versions where empty
   * @param keep whether package files stay in the cache that were not there before
   * @param age of the list of versions that will do
   */
  public record Wish(
      String name,
      Optional<String> from,
      Optional<String> to,
      boolean prereleases,
      Optional<Plan> plan,
      boolean keep,
      Duration age) {}

  public Tracker(FetchOptions fetch, Engine engine, Clock clock) {
    this.downloads = new Downloads(fetch.progress());
    this.options =
        new FetchOptions(
            fetch.registry(), fetch.platform(), fetch.offline(), fetch.cache(), downloads);
    this.engine = engine;
    this.clock = clock;
    this.looks = new LookCache(fetch.cache(), engine, KEPT_LOOKS);
  }

  /**
   * Looks at versions until what was asked for is known.
   *
   * @param stop ends it early; what is known by then is told
   * @throws InputException if there is no such package, no version in the range, or nothing can be
   *     written to the cache
   */
  public History track(Wish wish, Stop stop) {
    PublishedVersions range =
        new Fetch()
            .versions(wish.name(), wish.age(), clock, options)
            .within(wish.from(), wish.to(), wish.prereleases());
    List<PublishedVersion> versions =
        range.all().stream().filter(PublishedVersion::available).toList();
    if (versions.isEmpty()) {
      throw new InputException(
          "%s has no version in that range; candor track npm:%s shows all."
              .formatted(wish.name(), wish.name()));
    }
    Plan plan = wish.plan().orElseGet(() -> Plan.standard(versions.size()));
    return new Run(wish, range, versions, plan).history(stop);
  }

  /**
   * One version; by the cache where it was looked at before.
   *
   * @throws InputException if it cannot be had or read
   */
  public Sight.Seen look(String name, PublishedVersion version, boolean keep) {
    return key(version)
        .flatMap(key -> looks.find(new RegistryPackage(name, version.version()).purl(), key))
        .filter(look -> version.mayBe(look.report().subject()))
        .map(look -> new Sight.Seen(look, true))
        .orElseGet(() -> new Sight.Seen(read(name, version, keep, (look, _) -> look), false));
  }

  /**
   * One version, whether it was looked at before or not.
   *
   * @param then gets the whole report of the scan as well, while the package files are there
   * @throws InputException if it cannot be had or read
   */
  public <T> T read(
      String name, PublishedVersion version, boolean keep, BiFunction<Look, Report, T> then) {
    CachedFiles before = CachedFiles.now(options);
    Artifact artifact = new Fetch().open(new RegistryPackage(name, version.version()), options);
    try {
      Report scanned = new Audit(options, engine, clock).scan(artifact);
      Look look = Look.of(scanned);
      key(version)
          .filter(_ -> version.mayBe(look.report().subject()))
          .ifPresent(key -> looks.store(key, look));
      return then.apply(look, scanned);
    } finally {
      if (!keep) {
        before.removeLater(artifact, options);
      }
    }
  }

  private Optional<String> key(PublishedVersion version) {
    return version.digest().map(digest -> digest + " for " + platform());
  }

  private Platform platform() {
    return options.platform().orElseGet(Platform::host);
  }

  /** What was fetched until now. */
  public List<Downloaded> downloaded() {
    return downloads.done();
  }

  /** One history in the making. */
  private final class Run {
    private final Wish wish;
    private final PublishedVersions range;
    private final List<PublishedVersion> versions;
    private final Plan plan;
    private final Search<Sight.Seen> search;
    private final Map<Integer, String> failed = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    Run(Wish wish, PublishedVersions range, List<PublishedVersion> versions, Plan plan) {
      this.wish = wish;
      this.range = range;
      this.versions = versions;
      this.plan = plan;
      this.search =
          new Search<>(versions.size(), plan, (one, other) -> one.look().sameAs(other.look()));
    }

    History history(Stop stop) {
      boolean complete = look(stop);
      return new History(
          range, entries(), plan, complete, downloads.done(), notes, engine, clock.instant());
    }

    /** Whether it came to its end. */
    private boolean look(Stop stop) {
      int failures = 0;
      OptionalInt next = search.next();
      while (next.isPresent()) {
        int index = next.getAsInt();
        if (stop.isAsked()) {
          notes.add("It was interrupted; the same command goes on where it was.");
          return false;
        }
        downloads.lead("%d looked at: ".formatted(search.seen().size()));
        try {
          abandonable(index, stop).ifPresent(seen -> search.saw(index, seen));
          failures = 0;
        } catch (InputException e) {
          failed.put(index, String.valueOf(e.getMessage()));
          search.lost(index);
          failures++;
          if (failures >= FAILURES && !options.offline()) {
            notes.add(
                "After %d failures in a row no further version was looked at.".formatted(failures));
            return false;
          }
        }
        next = search.next();
      }
      return true;
    }

    /** Empty if it was stopped: whatever is at work then ends with the program. */
    private Optional<Sight.Seen> abandonable(int index, Stop stop) {
      FutureTask<Sight.Seen> task =
          new FutureTask<>(() -> Tracker.this.look(wish.name(), versions.get(index), wish.keep()));
      Thread.ofPlatform().daemon().name("look").start(task);
      try {
        return Optional.of(task.get());
      } catch (InterruptedException e) {
        task.cancel(true);
        if (stop.isAsked()) {
          return Optional.empty();
        }
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException problem) {
          throw problem;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    private List<Entry> entries() {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < versions.size(); i++) {
        entries.add(new Entry(versions.get(i), sight(i)));
      }
      return entries;
    }

    private Sight sight(int index) {
      Sight.Seen seen = search.seen().get(index);
      if (seen != null) {
        return seen;
      }
      String why = failed.get(index);
      if (why != null) {
        return new Sight.Unknown(why);
      }
      Map.Entry<Integer, Sight.Seen> below = search.seen().lowerEntry(index);
      Map.Entry<Integer, Sight.Seen> above = search.seen().higherEntry(index);
      return below != null
              && above != null
              && below.getValue().look().sameAs(above.getValue().look())
          ? new Sight.Between(below.getValue().look())
          : new Sight.Unknown("");
    }
  }
}
