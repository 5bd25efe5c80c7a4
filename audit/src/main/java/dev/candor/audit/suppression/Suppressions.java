package dev.candor.audit.suppression;

import java.time.LocalDate;
import java.util.List;

/**
 * A reviewed file.
 *
 * @param all in the order of the file
 * @param today by which expiry is told, in UTC
 */
public record Suppressions(List<Suppression> all, LocalDate today) {
  public Suppressions {
    all = List.copyOf(all);
  }
}
