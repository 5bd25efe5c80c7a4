package dev.candor.scan;

import dev.candor.scan.Peeling.Unwrapped;
import dev.candor.scan.encoding.Clues;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What search made of the data of a module: code that was bundled twice has the same data, and the
 * same keys near it. Safe for use by many threads.
 */
final class SearchesDone {
  private final Map<Asked, Optional<Unwrapped>> known = new ConcurrentHashMap<>();

  /** The alphabets are those of the module, and what is known is told by the keys. */
  private record Asked(
      Stored.Data data, List<ByteBuffer> keys, boolean cipher, Clues.Effort effort) {}

  Optional<Unwrapped> unwrap(Stored.Data data, Clues clues) {
    Asked asked =
        new Asked(
            data,
            clues.keys().stream().map(ByteBuffer::wrap).toList(),
            clues.cipher(),
            clues.effort());
    Optional<Unwrapped> done = known.get(asked);
    if (done == null) {
      done = TableSearch.unwrap(data, clues);
      known.put(asked, done);
    }
    return done;
  }
}
