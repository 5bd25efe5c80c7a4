package dev.candor.audit;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.Limits;
import dev.candor.artifact.PackageReference;
import dev.candor.core.StaticFindings;
import dev.candor.core.Subject;
import dev.candor.scan.Scan;
import java.time.Clock;
import java.util.List;

/**
 * The way from a package to a report.
 *
 * <ol>
 *   <li>Fetch: the package, verified, with the parts that belong to it.
 *   <li>Scan: what it stores hidden, without running it.
 *   <li>Conclude: the findings in words.
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
   * Fetches and scans; no verdict, because a hidden table alone says nothing of the traffic.
   *
   * @throws dev.candor.core.InputException if the package cannot be had or read
   */
  public Report scan(PackageReference reference) {
    Artifact artifact = new Fetch().open(reference, fetch);
    StaticFindings findings = Scan.run(artifact, Limits.STANDARD, fetch.progress());
    return Report.ofScan(
        artifact.subject(), parts(artifact), findings, artifact.notes(), engine, clock.instant());
  }

  private static List<Subject> parts(Artifact artifact) {
    return artifact.parts().stream()
        .map(Artifact.Part::subject)
        .filter(part -> !part.equals(artifact.subject()))
        .toList();
  }
}
