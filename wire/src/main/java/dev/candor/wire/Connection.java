package dev.candor.wire;

import java.util.List;
import java.util.Optional;

/**
 * How a request reached the recorder.
 *
 * @param id the same for all requests of one connection
 * @param client address and port
 * @param server address and port that the client asked for, by number
 * @param tls empty where nothing was encrypted
 * @param proxied host and port that a proxy was asked for; empty where there was no proxy
 * @param caller whose connection it is, where that can be known
 */
public record Connection(
    long id,
    String client,
    String server,
    Optional<Tls> tls,
    Optional<String> proxied,
    Optional<Caller> caller) {

  /**
   * @param serverName the name that the client asked for (SNI)
   * @param protocol as {@code TLSv1.3}
   * @param alpn protocols that the client offered, in its order
   */
  public record Tls(Optional<String> serverName, String protocol, List<String> alpn) {}

  /**
   * @param id as seen in the room
   * @param name as the system has it
   */
  public record Caller(long id, String name) {}
}
