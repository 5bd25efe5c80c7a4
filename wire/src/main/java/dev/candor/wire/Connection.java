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
   * The host that a request is for: as it names it, else the name asked for in TLS, else what a
   * proxy was asked for, else the address.
   */
  public String host(Request request) {
    if (!request.authority().isEmpty()) {
      return withoutPort(request.authority());
    }
    return tls.flatMap(Tls::serverName)
        .or(() -> proxied)
        .map(Connection::withoutPort)
        .orElse(withoutPort(server));
  }

  private static String withoutPort(String authority) {
    int bracket = authority.indexOf(']');
    if (authority.startsWith("[") && bracket > 0) {
      return authority.substring(1, bracket);
    }
    int colon = authority.lastIndexOf(':');
    return colon < 0 || authority.indexOf(':') != colon ? authority : authority.substring(0, colon);
  }

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
