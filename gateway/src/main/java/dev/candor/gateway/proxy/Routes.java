package dev.candor.gateway.proxy;

import dev.candor.gateway.Upstream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which upstream a request is for. */
final class Routes {
  private final Map<String, Upstream> byHost = new HashMap<>();
  private final Map<String, Upstream> byPath = new HashMap<>();

  /**
   * Where a request goes.
   *
   * @param target as it is asked for there
   */
  record Way(Upstream upstream, String target) {}

  Routes(List<Upstream> upstreams) {
    upstreams.forEach(
        upstream -> (upstream.isByHost() ? byHost : byPath).put(upstream.name(), upstream));
  }

  /**
   * @param host as the request names it, with a port or without
   * @param target begins with a slash
   */
  Optional<Way> of(String host, String target) {
    int colon = host.lastIndexOf(':');
    String name =
        (colon > host.lastIndexOf(']') ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    Upstream named = byHost.get(name);
    if (named != null) {
      return Optional.of(new Way(named, named.base() + target));
    }
    int end = 1;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    Upstream prefixed = byPath.get(target.substring(1, end));
    if (prefixed == null) {
      return Optional.empty();
    }
    String rest = target.substring(end);
    String path = prefixed.base() + rest;
    return Optional.of(new Way(prefixed, path.startsWith("/") ? path : "/" + path));
  }
}
