package dev.candor.artifact;

import java.time.Duration;

/**
 * How long the network is waited for.
 *
 * @param connect for a connection
 * @param answer for the first line of an answer
 * @param stall for the next byte of a body
 * @param attempts tries in all, where trying again can help
 * @param pause before the second try; twice as long before each further one
 */
record Patience(Duration connect, Duration answer, Duration stall, int attempts, Duration pause) {
  static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          4,
          Duration.ofSeconds(1));

  /** The pause behind try number {@code attempt}, counted from 1. */
  Duration pauseAfter(int attempt) {
    return pause.multipliedBy(1L << Math.min(attempt - 1, 5));
  }
}
