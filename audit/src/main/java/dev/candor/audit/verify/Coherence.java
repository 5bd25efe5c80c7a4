package dev.candor.audit.verify;

import java.util.function.Consumer;

/**
 * One way in which the members of a report hang together. A new one is one class with
 * {@code @AutoService}.
 */
public interface Coherence {
  /** Tells what does not. */
  void check(Reported report, Consumer<Flaw> flaws);
}
