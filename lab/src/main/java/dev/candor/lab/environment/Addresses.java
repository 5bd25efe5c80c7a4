package dev.candor.lab.environment;

import dev.candor.core.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Reads levels that are addresses of services. */
final class Addresses {
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "socks5", 1080, "socks5h", 1080);

  private Addresses() {}

  /**
   * The address without a slash at its end.
   *
   * @param level a host, host:port, or URL without a query
   * @param schemes of URLs; the first one where none is named
   * @throws InputException if it is none of these
   */
  static URI of(String factor, String level, List<String> schemes) {
    String text = level.contains("://") ? level : schemes.getFirst() + "://" + level;
    try {
      URI address = new URI(text.replaceFirst("/+$", ""));
      if (address.getHost() != null
          && schemes.contains(address.getScheme())
          && address.getQuery() == null
          && address.getFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new InputException(
        "%s cannot be %s; give a host, host:port or URL, as in https://models.example.com:8443."
            .formatted(factor, level));
  }

  static int port(URI address) {
    return address.getPort() > 0 ? address.getPort() : PORTS.getOrDefault(address.getScheme(), 443);
  }
}
