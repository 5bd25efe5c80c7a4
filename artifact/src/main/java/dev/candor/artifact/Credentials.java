package dev.candor.artifact;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Logins for registries, each for one host and path and what lies below ({@code
 * //host/path/:_authToken}). Nothing here ever shows a secret.
 */
final class Credentials {
  private static final List<String> KINDS = List.of("_authToken", "_auth", "username", "_password");

  // Value of the Authorization header by "//host[:port]/path", without a slash at the end.
  private final Map<String, String> headers = new HashMap<>();

  Credentials(NpmSettings settings) {
    Map<String, Map<String, String>> byPlace = new HashMap<>();
    settings.forEach((key, value) -> {
      int colon = key.lastIndexOf(':');
      if (key.startsWith("//") && colon > 2 && KINDS.contains(key.substring(colon + 1))) {
        byPlace
            .computeIfAbsent(place(key.substring(0, colon)), any -> new HashMap<>())
            .put(key.substring(colon + 1), value);
      }
    });
    byPlace.forEach((place, login) -> header(login).ifPresent(h -> headers.put(place, h)));
  }

  /** The Authorization header for this address: that of the longest path that holds it. */
  Optional<String> authorization(URI uri) {
    if (headers.isEmpty() || uri.getHost() == null) {
      return Optional.empty();
    }
    boolean usualPort =
        uri.getPort() < 0 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
    String host =
        "//" + uri.getHost().toLowerCase(Locale.ROOT) + (usualPort ? "" : ":" + uri.getPort());
    String path = Optional.ofNullable(uri.normalize().getRawPath()).orElse("");
    while (true) {
      String header = headers.get(host + trimmed(path));
      if (header != null) {
        return Optional.of(header);
      }
      if (trimmed(path).isEmpty()) {
        return Optional.empty();
      }
      path = path.substring(0, trimmed(path).lastIndexOf('/') + 1);
    }
  }

  private static Optional<String> header(Map<String, String> login) {
    if (login.containsKey("_authToken")) {
      return Optional.of("Bearer " + login.get("_authToken")).filter(Credentials::sendable);
    }
    if (login.containsKey("_auth")) {
      return Optional.of("Basic " + login.get("_auth")).filter(Credentials::sendable);
    }
    String user = login.get("username");
    String password = login.get("_password");
    if (user == null || password == null) {
      return Optional.empty();
    }
    try {
      // npm stores the password, and only that, in base64.
      String plain =
          new String(Base64.getDecoder().decode(password.strip()), StandardCharsets.UTF_8);
      return Optional.of(basic(user + ":" + plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  /** A variable that was never set stays as ${NAME} and is no token; a line break is no header. */
  private static boolean sendable(String header) {
    return !header.contains("${") && header.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  private static String place(String key) {
    int slash = key.indexOf('/', 2);
    return slash < 0
        ? key.toLowerCase(Locale.ROOT)
        : key.substring(0, slash).toLowerCase(Locale.ROOT) + trimmed(key.substring(slash));
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? trimmed(path.substring(0, path.length() - 1)) : path;
  }

  @Override
  public String toString() {
    return "Credentials for " + headers.size() + " places";
  }
}
