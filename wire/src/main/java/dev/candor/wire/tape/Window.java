package dev.candor.wire.tape;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The last things of one kind, as writer and reader both keep them. */
final class Window<T> {
  private final Map<Long, T> kept = new HashMap<>();
  private final ArrayDeque<Integer> sizes = new ArrayDeque<>();
  private final Consumer<T> leaving;
  private long bytes;
  private long next;

  /**
   * @param leaving gets each that is no longer kept
   */
  Window(Consumer<T> leaving) {
    this.leaving = leaving;
  }

  /** Its index. The one before it is kept in any case, however large both are. */
  long add(T value, int size) {
    while (sizes.size() > 1 && (sizes.size() == Tape.KEPT || bytes + size > Tape.KEPT_BYTES)) {
      bytes -= sizes.removeFirst();
      T oldest = kept.remove(next - sizes.size() - 1);
      if (oldest != null) {
        leaving.accept(oldest);
      }
    }
    kept.put(next, value);
    sizes.addLast(size);
    bytes += size;
    return next++;
  }

  /** How far back an index is: 1 for the last one. */
  long back(long index) {
    return next - index;
  }

  /** What is so far back. */
  Optional<T> get(long back) {
    return Optional.ofNullable(kept.get(next - back));
  }
}
