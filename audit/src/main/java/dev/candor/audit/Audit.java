package dev.candor.audit;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.Limits;
import dev.candor.artifact.PackageReference;
import dev.candor.audit.observed.Guidance;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Observer;
import dev.candor.core.InputException;
import dev.candor.core.StaticFindings;
import dev.candor.core.Subject;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.trial.Lab;
import dev.candor.lab.trial.Trials;
import dev.candor.scan.Scan;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The way from a package to a report.
 *
 * <ol>
 *   <li>Fetch: the package, verified, with the parts that belong to it.
 *   <li>Scan: what it stores hidden and how its text depends on the environment, without running
 *       it.
 *   <li>Observe: what it sends from many environments, guided by what scan found.
 *   <li>Conclude: the verdict with its reasons.
 * </ol>
 */
public final class Audit {
  private final FetchOptions fetch;
  private final Engine engine;
  private final Clock clock;

  public Audit(FetchOptions fetch, Engine engine, Clock clock) {
    this.fetch = fetch;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Fetches, scans, observes, concludes.
   *
   * @param stop ends the experiment early; what is known by then is concluded from. Before its
   *     first trial that is what scan found
   * @throws InputException if the package cannot be had, or no room be made, or it was stopped
   *     before anything was known
   */
  public Report run(Observer.Wish wish, Stop stop) {
    try (Lab lab = Lab.open()) {
      return run(wish, lab, stop);
    }
  }

  /** The same with trials run as the caller likes. */
  public Report run(Observer.Wish wish, Trials trials, Stop stop) {
    return run(scan(wish.tool().reference()), wish, trials, stop);
  }

  /**
   * The same for a package that was scanned.
   *
   * @param scanned the whole report of the scan
   * @throws InputException as {@link #run}
   */
  public Report run(Report scanned, Observer.Wish wish, Stop stop) {
    try (Lab lab = Lab.open()) {
      return run(scanned, wish, lab, stop);
    }
  }

  private Report run(Report scanned, Observer.Wish wish, Trials trials, Stop stop) {
    Guidance guidance = Guidance.of(scanned.findings());
    Optional<Observed> observed = observed(wish, guidance, trials, stop);
    return observed
        .map(shown -> scanned.with(shown, clock.instant()))
        .orElseGet(() -> scanned.withoutTrial(clock.instant()));
  }

  /**
   * The same without a reading of the code.
   *
   * @throws InputException as {@link #run}
   */
  public Report observe(Observer.Wish wish, Stop stop) {
    Optional<Observed> observed;
    try (Lab lab = Lab.open()) {
      observed = observed(wish, Guidance.NONE, lab, stop);
    }
    Observed shown =
        observed.orElseThrow(() ->
            new InputException("It was stopped before its first trial, and nothing is known."));
    return Report.unread(shown.installation().subject(), engine, clock.instant())
        .with(shown, clock.instant());
  }

  /** Empty where it was stopped before its first trial. */
  private Optional<Observed> observed(
      Observer.Wish wish, Guidance guidance, Trials trials, Stop stop) {
    if (stop.isAsked()) {
      return untold();
    }
    try {
      return Optional.of(new Observer(fetch).observe(wish, guidance, trials, stop))
          .filter(shown -> !stop.isAsked() || !shown.trials().isEmpty());
    } catch (RuntimeException e) {
      if (!stop.isAsked()) {
        throw e;
      }
      return untold();
    }
  }

  /** Ready to tell what is known by other ways. */
  private static Optional<Observed> untold() {
    boolean _ = Thread.interrupted(); // it would keep a report from being written
    return Optional.empty();
  }

  /**
   * Fetches and scans; the verdict is {@code covert} or none, see {@link Report#ofScan}.
   *
   * @throws dev.candor.core.InputException if the package cannot be had or read
   */
  public Report scan(PackageReference reference) {
    return scan(new Fetch().open(reference, fetch));
  }

  /**
   * The same for a package that lies here already.
   *
   * @throws dev.candor.core.InputException if it cannot be read
   */
  public Report scan(Artifact artifact) {
    // Both read the same bytes, and neither waits for the other.
    FutureTask<Artifact> identified = new FutureTask<>(artifact::identified);
    Thread.ofPlatform().daemon().name("digest").start(identified);
    StaticFindings findings = Scan.run(artifact, Limits.STANDARD, fetch.progress());
    Artifact known = await(identified);
    return Report.ofScan(
        known.subject(), parts(known), findings, known.notes(), engine, clock.instant());
  }

  private static Artifact await(FutureTask<Artifact> identified) {
    try {
      return identified.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException problem) {
        throw problem;
      }
      throw new IllegalStateException("the digest was not computed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("scan was interrupted", e);
    }
  }

  private static List<Subject> parts(Artifact artifact) {
    return artifact.parts().stream()
        .map(Artifact.Part::subject)
        .filter(part -> !part.equals(artifact.subject()))
        .toList();
  }
}
