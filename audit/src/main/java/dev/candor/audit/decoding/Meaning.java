package dev.candor.audit.decoding;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mechanism;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many prompts said the same.
 *
 * @param said without their doubts
 * @param doubtful how many of {@code count} may say so for an innocent reason
 * @param first the earliest that has a time
 */
public record Meaning(
    Mechanism mechanism,
    Carrier carrier,
    List<Said> said,
    long count,
    long doubtful,
    Optional<Instant> first,
    Optional<Instant> last) {
  public Meaning {
    said = List.copyOf(said);
  }

  /** Whether it is something else than where no condition holds. */
  public boolean marked() {
    return said.stream().anyMatch(Said::marked);
  }
}
