package dev.candor.artifact;

import dev.candor.core.InputException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a package's file is asked for. */
final class TarballAddress {
  private TarballAddress() {}

  /**
   * The address that the registry wrote; before it, if that is on another host, the same path at
   * the registry itself. Mirrors often hand out the address of what they mirror, which a closed
   * network cannot reach; npm replaces it too ({@code replace-registry-host}).
   */
  static List<URI> of(Manifest manifest, NpmConfig config) {
    URI registry = config.registryOf().apply(manifest.reference().name());
    URI given = given(manifest, registry);
    Set<URI> addresses = new LinkedHashSet<>();
    if (config.replaceHost() && !origin(given).equals(origin(registry))) {
      String path = Optional.ofNullable(given.getRawPath()).orElse("/");
      String rest =
          path.startsWith(registry.getRawPath())
              ? path.substring(registry.getRawPath().length())
              : path.replaceFirst("^/+", "");
      addresses.add(URI.create(registry + rest));
    }
    addresses.add(given);
    return List.copyOf(addresses);
  }

  private static URI given(Manifest manifest, URI registry) {
    try {
      URI uri = registry.resolve(manifest.tarball()).normalize();
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new InputException(
        "The registry names no usable address for "
            + manifest.reference()
            + "'s file ("
            + Shown.text(manifest.tarball())
            + ").");
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
  }
}
