package dev.candor.lab.emulator;

import java.time.Duration;
import java.time.Instant;

/**
 * When something began.
 *
 * @param ticks the same by {@link System#nanoTime}
 */
record Start(Instant at, long ticks) {
  static Start now() {
    return new Start(Instant.now(), System.nanoTime());
  }

  Duration until(long laterTicks) {
    return Duration.ofNanos(laterTicks - ticks);
  }
}
