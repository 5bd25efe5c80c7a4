package dev.candor.audit.watch;

import dev.candor.audit.Audit;
import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.ReportCache;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.trial.Lab;
import dev.candor.scan.Scan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Audits of releases, by the digest of the file, the platform, what was asked and the engine: in
 * the folder {@code watch}, each a JSON report without what no release is compared by.
 */
final class AuditCache {
  private static final int KEPT = 256;

  private final ReportCache reports;

  AuditCache(Path cache, Engine engine) {
    reports =
        new ReportCache(
            cache.resolve("watch"),
            engine,
            KEPT,
            List.of(Scan.class, Lab.class, Inference.class, Audit.class));
  }

  /**
   * @param purl of which it must speak
   * @param key of what was audited, and how
   */
  Optional<Report> find(String purl, String key) {
    return reports.find(purl, key).filter(known -> known.observed().isPresent());
  }

  /**
   * Keeps it, so that a reader finds all of it or nothing.
   *
   * @throws dev.candor.core.InputException if the folder cannot be written
   */
  void store(String key, Report audited) {
    Report slim = Look.of(audited).report();
    audited
        .observed()
        .ifPresent(shown -> reports.store(key, slim.with(slim(shown), audited.created())));
  }

  /** Verdict and signals stand as they are. */
  private static Observed slim(Observed shown) {
    return new Observed(
        shown.tool(),
        shown.installation(),
        shown.command(),
        shown.asked(),
        shown.seed(),
        shown.ending(),
        shown.trials(),
        shown.signals(),
        shown.unconfirmed(),
        List.of(),
        List.of(),
        shown.modelRequests(),
        new TreeMap<>(),
        new Receipt(
            shown.receipt().entries().stream().filter(entry -> !entry.isReadable()).toList()),
        shown.unreadable(),
        shown.doubts(),
        shown.notSeen(),
        shown.notes());
  }
}
