package dev.candor.gateway;

import java.time.Duration;

/**
 * How much of anything there may be.
 *
 * @param head bytes of a request's head, and of an answer's
 * @param body bytes of a request's body
 * @param inspected bytes of a body that are read for marks; larger ones are passed on unread where
 *     they are observed, and refused where they would be changed or blocked
 * @param held bytes of bodies that are kept at once, for all requests together
 * @param connections of clients at once
 * @param idle connections to one upstream that are kept for later, for each event loop
 * @param patience how long is waited
 */
public record Limits(
    int head, long body, int inspected, long held, int connections, int idle, Patience patience) {
  /** What a person at a desk does not reach. */
  public static final Limits STANDARD =
      new Limits(64 << 10, 1L << 30, 32 << 20, 256L << 20, 10_000, 64, Patience.STANDARD);

  /**
   * How long is waited.
   *
   * @param head for a request's head to be whole, from its first byte on, or from the beginning of
   *     the connection
   * @param next for another request on the same connection
   * @param body for more of a request's body
   * @param connect for an upstream to take a connection, and for its TLS handshake
   * @param answer for an upstream to say something more; models think for minutes
   * @param reader for a client to take more of an answer
   * @param kept how long an idle connection to an upstream is kept
   */
  public record Patience(
      Duration head,
      Duration next,
      Duration body,
      Duration connect,
      Duration answer,
      Duration reader,
      Duration kept) {
    /** Longer than people wait, shorter than forever. */
    public static final Patience STANDARD =
        new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(75),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30));
  }
}
