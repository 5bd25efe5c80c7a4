package dev.candor.wire;

import java.util.Optional;

/**
 * A request and what it was answered with.
 *
 * @param number 1 for the first of a recording
 * @param answered by what: the name of a dialect, {@code recipe}, {@code empty} where nothing was
 *     known to say
 */
public record Exchange(
    int number,
    Connection connection,
    Request request,
    Optional<Response> response,
    Timing timing,
    String answered) {

  /**
   * The host that the request is for: as it names it, else the name asked for in TLS, else the
   * address.
   */
  public String host() {
    String named = request.authority();
    if (!named.isEmpty()) {
      return withoutPort(named);
    }
    return connection
        .tls()
        .flatMap(Connection.Tls::serverName)
        .or(connection::proxied)
        .map(Exchange::withoutPort)
        .orElse(withoutPort(connection.server()));
  }

  private static String withoutPort(String authority) {
    int bracket = authority.indexOf(']');
    if (authority.startsWith("[") && bracket > 0) {
      return authority.substring(1, bracket);
    }
    int colon = authority.lastIndexOf(':');
    return colon < 0 || authority.indexOf(':') != colon ? authority : authority.substring(0, colon);
  }
}
