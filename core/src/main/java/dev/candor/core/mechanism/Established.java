package dev.candor.core.mechanism;

import java.time.LocalDate;

/**
 * How a mechanism was found.
 *
 * @param engine what found it, with its version, as {@code candor 0.1.0}; or a person, where it was
 *     made by hand
 * @param scanned whether the artifact's code was read
 * @param trials of the audit that showed it at work; 0 where none did
 */
public record Established(String engine, LocalDate date, boolean scanned, int trials) {
  public Established {
    if (trials < 0) {
      throw new IllegalArgumentException("was seen in fewer than no trials");
    }
  }
}
