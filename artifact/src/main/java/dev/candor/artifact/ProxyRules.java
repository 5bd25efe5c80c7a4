package dev.candor.artifact;

import dev.candor.core.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which proxy an address is reached through.
 *
 * @param http for http addresses
 * @param https for https addresses
 * @param direct host names that need none, subdomains included; {@code *} for all
 */
record ProxyRules(Optional<ProxyServer> http, Optional<ProxyServer> https, List<String> direct) {

  /** A proxy spoken to in plain HTTP; user and password are never shown. */
  record ProxyServer(String host, int port, Optional<String> authorization) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  static ProxyRules of(NpmSettings settings, Map<String, String> variables) {
    Optional<String> proxy = settings.text("proxy").filter(value -> !value.equals("false"));
    Optional<String> httpsProxy =
        settings.text("https-proxy").filter(value -> !value.equals("false"));
    List<String> noproxy = settings.list("noproxy");
    List<String> direct =
        noproxy.isEmpty() ? variable(variables, "no_proxy").stream().toList() : noproxy;
    Optional<String> forHttp =
        proxy
            .or(() -> httpsProxy)
            .or(() -> variable(variables, "http_proxy"))
            .or(() -> variable(variables, "all_proxy"));
    Optional<String> forHttps =
        httpsProxy
            .or(() -> proxy)
            .or(() -> variable(variables, "https_proxy"))
            .or(() -> variable(variables, "all_proxy"));
    return new ProxyRules(
        forHttp.map(ProxyRules::server),
        forHttps.map(ProxyRules::server),
        direct.stream()
            .flatMap(list -> Stream.of(list.split(",")))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList());
  }

  Optional<ProxyServer> forAddress(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (direct.stream().anyMatch(rule -> covers(rule, host))) {
      return Optional.empty();
    }
    return "https".equals(uri.getScheme()) ? https : http;
  }

  private static boolean covers(String rule, String host) {
    String name = rule.replaceFirst(":[0-9]+$", "").replaceFirst("^\\*?\\.", "");
    return rule.equals("*") || host.equals(name) || host.endsWith("." + name);
  }

  private static Optional<String> variable(Map<String, String> variables, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(key -> variables.getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static ProxyServer server(String text) {
    String address = text.contains("://") ? text : "http://" + text;
    URI uri;
    try {
      uri = new URI(address.strip());
    } catch (URISyntaxException e) {
      // Without the cause, whose message would show the password.
      throw new InputException(
          "The configured proxy is not an address; write http://host:port (npm config get proxy).");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw new InputException(
          "The configured proxy "
              + Shown.text(uri.getScheme() + "://" + uri.getHost())
              + " is not one that is spoken to in plain HTTP; name an http://host:port proxy"
              + " (npm config set proxy), or list the registry's host in noproxy.");
    }
    return new ProxyServer(
        uri.getHost(),
        uri.getPort() < 0 ? 80 : uri.getPort(),
        Optional.ofNullable(uri.getUserInfo()).map(Credentials::basic));
  }
}
