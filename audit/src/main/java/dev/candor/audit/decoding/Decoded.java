package dev.candor.audit.decoding;

import dev.candor.audit.Engine;
import java.time.Instant;
import java.util.List;

/**
 * What logs say.
 *
 * @param files how many were read
 * @param bytes in them, uncompressed
 * @param meanings the marked ones first, then by count
 * @param sightings the first ones, in the order of the logs
 * @param more how many further sightings are only counted
 * @param whole whether all logs were read to their end
 * @param notSeen what could not be read or placed, and why
 */
public record Decoded(
    long files,
    long bytes,
    List<Meaning> meanings,
    List<Sighting> sightings,
    long more,
    boolean whole,
    List<String> notSeen,
    Engine engine,
    Instant created) {
  public Decoded {
    meanings = List.copyOf(meanings);
    sightings = List.copyOf(sightings);
    notSeen = List.copyOf(notSeen);
  }

  /** Whether a prompt surely said something. */
  public boolean marked() {
    return meanings.stream().anyMatch(one -> one.marked() && one.count() > one.doubtful());
  }

  /** Whether nobody can say: a prompt may have said something, or one was not read. */
  public boolean inconclusive() {
    return !marked() && (!whole || meanings.stream().anyMatch(Meaning::marked));
  }
}
