package dev.candor.fleet.collect;

import java.time.Duration;

/** Waits between two tries. */
@FunctionalInterface
public interface Pause {
  /**
   * @throws InterruptedException if somebody ends the waiting
   */
  void of(Duration time) throws InterruptedException;
}
