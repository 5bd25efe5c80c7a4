package dev.candor.audit.watch;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.Platform;
import dev.candor.artifact.PublishedVersion;
import dev.candor.artifact.RegistryPackage;
import dev.candor.audit.Audit;
import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.Tracker;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.install.KnownInstallations;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at releases: reads the code of each, and runs it where audits are wanted. What was seen is
 * kept, so that nothing is scanned or audited twice.
 */
final class Releases {
  private final FetchOptions options;
  private final Engine engine;
  private final Clock clock;
  private final Optional<AuditWish> wish;
  private final Stop stop;
  private final AuditCache audits;

  /** What stands before the stages of one release. */
  private record Leading(String lead, Progress shown) implements Progress {
    @Override
    public void stage(String name) {
      shown.stage(lead + name);
    }

    @Override
    public void bytes(long done, OptionalLong total) {
      shown.bytes(done, total);
    }
  }

  /**
   * @param wish of audits; empty where the code is read and nothing is run
   * @param stop ends audits; what they give then is not to be told
   */
  Releases(FetchOptions options, Engine engine, Clock clock, Optional<AuditWish> wish, Stop stop) {
    this.options = options;
    this.engine = engine;
    this.clock = clock;
    this.wish = wish;
    this.stop = stop;
    this.audits = new AuditCache(options.cache(), engine);
  }

  /**
   * Scanned, and audited where that is wanted. An audit that cannot be made leaves the scan.
   *
   * @throws InputException if it cannot be had or read
   */
  Seen audited(String name, PublishedVersion version) {
    return wish.map(asked -> audited(name, version, asked))
        .orElseGet(() -> scanned(name, version, new Audited.NotAsked()));
  }

  /**
   * Scanned; with its audit where there is one already.
   *
   * @throws InputException if it cannot be had or read
   */
  Seen scanned(String name, PublishedVersion version) {
    return scanned(
        name,
        version,
        wish.flatMap(asked -> known(name, version, asked)).orElseGet(Audited.NotAsked::new));
  }

  private Seen scanned(String name, PublishedVersion version, Audited audited) {
    Look look = tracker(leading(name, version)).look(name, version, false).look();
    return new Seen(version.version(), version.published(), look, audited);
  }

  private Seen audited(String name, PublishedVersion version, AuditWish asked) {
    Optional<Audited> before = known(name, version, asked).or(this::elsewhere);
    if (before.isPresent()) {
      return scanned(name, version, before.get());
    }
    RegistryPackage release = new RegistryPackage(name, version.version());
    FetchOptions led = leading(name, version);
    KnownInstallations installations = KnownInstallations.now(options);
    try {
      return tracker(led)
          .read(
              name,
              version,
              false,
              (look, scanned) ->
                  new Seen(
                      version.version(),
                      version.published(),
                      look,
                      run(scanned, release, version, asked, led)));
    } finally {
      installations.removeLater(release.purl());
    }
  }

  private Audited run(
      Report scanned,
      RegistryPackage release,
      PublishedVersion version,
      AuditWish asked,
      FetchOptions led) {
    try {
      Report report = new Audit(led, engine, clock).run(scanned, asked.of(release), stop);
      if (report.observed().filter(Releases::isWhole).isPresent() && !stop.isAsked()) {
        key(version, asked)
            .filter(_ -> version.mayBe(report.subject()))
            .ifPresent(key -> audits.store(key, report));
      }
      return new Audited.Done(report);
    } catch (InputException e) {
      return new Audited.NotDone(String.valueOf(e.getMessage()));
    }
  }

  /** Whether it would come out the same another time. */
  private static boolean isWhole(Observed shown) {
    return switch (shown.ending()) {
      case COMPLETE, BUDGET -> true;
      case STOPPED, ROOM -> false;
    };
  }

  private Optional<Audited> known(String name, PublishedVersion version, AuditWish asked) {
    return key(version, asked)
        .flatMap(key -> audits.find(new RegistryPackage(name, version.version()).purl(), key))
        .filter(report -> version.mayBe(report.subject()))
        .map(Audited.Done::new);
  }

  private Optional<String> key(PublishedVersion version, AuditWish asked) {
    return version.digest().map(digest -> digest + " for " + platform() + "\n" + asked.key());
  }

  /** A program for another system or processor would fail in each trial. */
  private Optional<Audited> elsewhere() {
    Platform here = Platform.host();
    Platform wanted = platform();
    return wanted.os().equals(here.os()) && wanted.cpu().equals(here.cpu())
        ? Optional.empty()
        : Optional.of(
            new Audited.NotDone(
                "A program for %s cannot be run here, on %s. Watch it on such a machine."
                    .formatted(wanted, here)));
  }

  private Platform platform() {
    return options.platform().orElseGet(Platform::host);
  }

  private Tracker tracker(FetchOptions led) {
    return new Tracker(led, engine, clock);
  }

  private FetchOptions leading(String name, PublishedVersion version) {
    return new FetchOptions(
        options.registry(),
        options.platform(),
        options.offline(),
        options.cache(),
        new Leading(name + "@" + version.version() + ": ", options.progress()));
  }
}
