package dev.candor.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was evaluated before it was asked for, up to bounds of its own; the bounds of what is
 * reported do not depend on it.
 *
 * @param <K> names what is evaluated
 */
final class Ahead<K> {
  /** Characters of programs that are kept until they are asked for. */
  private static final int MOST_HELD = 4 << 20;

  private final Map<K, Optional<Evaluated>> done = new HashMap<>();
  private final int most;
  private int evaluated;
  private long held;

  /**
   * @param most evaluations
   */
  Ahead(int most) {
    this.most = most;
  }

  /** Evaluates, where there is room for it. */
  void evaluate(K key, Supplier<Optional<Evaluated>> evaluation) {
    if (evaluated < most && held < MOST_HELD) {
      Optional<Evaluated> result = evaluation.get();
      done.put(key, result);
      evaluated += result.isPresent() ? 1 : 0;
      held += result.map(e -> e.program().length()).orElse(0);
    }
  }

  /** What is known, else what is evaluated now. */
  Optional<Evaluated> get(K key, Supplier<Optional<Evaluated>> evaluation) {
    Optional<Evaluated> known = done.get(key);
    return known == null ? evaluation.get() : known;
  }
}
