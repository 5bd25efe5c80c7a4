package dev.candor.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * From when until when something counts.
 *
 * @param from the first moment; empty for always
 * @param until the first moment at which it is over; empty for never
 */
public record Term(Optional<Instant> from, Optional<Instant> until) {
  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Term {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  boolean holds(Instant at) {
    return hasBegun(at) && !isOver(at);
  }

  boolean hasBegun(Instant at) {
    return from.filter(at::isBefore).isEmpty();
  }

  boolean isOver(Instant at) {
    return until.filter(end -> !at.isBefore(end)).isPresent();
  }
}
