package dev.candor.audit.track;

import dev.candor.audit.Engine;
import dev.candor.scan.Scan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What scans saw, by the digest of the file, the platform and the engine: in the folder {@code
 * track}, each a JSON report.
 */
final class LookCache {
  private final ReportCache reports;

  /**
   * @param mostFiles of all engines together; the oldest go first
   */
  LookCache(Path cache, Engine engine, int mostFiles) {
    reports = new ReportCache(cache.resolve("track"), engine, mostFiles, List.of(Scan.class));
  }

  /**
   * @param purl of which it must speak
   * @param key of what was read
   */
  Optional<Look> find(String purl, String key) {
    return reports.find(purl, key).filter(known -> known.observed().isEmpty()).map(Look::of);
  }

  /**
   * Keeps it, so that a reader finds all of it or nothing.
   *
   * @throws dev.candor.core.InputException if the folder cannot be written
   */
  void store(String key, Look look) {
    reports.store(key, look.report());
  }
}
