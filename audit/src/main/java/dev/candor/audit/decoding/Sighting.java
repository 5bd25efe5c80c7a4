package dev.candor.audit.decoding;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mechanism;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A carrier of a mechanism in a log.
 *
 * @param place where it stands
 * @param time when it was recorded, as the log says
 * @param text the sentence; empty where the carrier is no text
 * @param said one for each mark
 */
public record Sighting(
    Place place,
    Optional<Instant> time,
    Mechanism mechanism,
    Carrier carrier,
    String text,
    List<Said> said) {
  /**
   * @param file as it was named
   * @param offset in bytes, of what the file holds uncompressed; -1 where it is not known
   * @param line from 1; 0 where it is not known
   * @param pointer to the JSON string, with {@code #} before one within it; empty for other text
   */
  public record Place(String file, long offset, long line, String pointer) {}

  public Sighting {
    said = List.copyOf(said);
  }

  /** Whether it surely says something else than where no condition holds. */
  public boolean marked() {
    return said.stream().anyMatch(one -> one.marked() && one.doubt().isEmpty());
  }

  /** Whether it says something else, but all of that may have an innocent reason. */
  public boolean inDoubt() {
    return !marked() && said.stream().anyMatch(Said::marked);
  }
}
