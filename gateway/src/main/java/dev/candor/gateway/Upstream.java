package dev.candor.gateway;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A server to which requests may go. Nothing in a request decides on host or port.
 *
 * @param name by which requests choose it: the first segment of their path, or, if it has a dot,
 *     the host that they name
 * @param secure whether TLS is spoken
 * @param host a name or an address, an IPv6 address without brackets
 * @param port from 1 to 65535
 * @param base in front of each path; empty, or with a slash in front and none behind
 */
public record Upstream(String name, boolean secure, String host, int port, String base) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
  private static final Pattern BASE = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@-]+)*");
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /**
   * Reads {@code NAME=URL}, as {@code anthropic=https://api.anthropic.com}.
   *
   * @throws InputException if it is none
   */
  public static Upstream parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw wrong(text, "it has no =");
    }
    String name = text.substring(0, equals).toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw wrong(text, "its name is not of letters, digits, dots and dashes");
    }
    URI uri;
    try {
      uri = new URI(text.substring(equals + 1));
    } catch (URISyntaxException e) {
      throw wrong(text, "what follows the name is no URL");
    }
    return of(text, name, uri);
  }

  private static Upstream of(String text, String name, URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw wrong(text, "its URL is neither https: nor http:");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
      throw wrong(text, "its URL names no host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong(text, "its URL may have no user, query or fragment");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!BASE.matcher(base).matches() || (base + "/").contains("/../")) {
      throw wrong(text, "its path has more than plain segments");
    }
    boolean secure = scheme.equals("https");
    int port = uri.getPort() < 0 ? (secure ? HTTPS : HTTP) : uri.getPort();
    String host = uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
    return new Upstream(name, secure, host, port, base);
  }

  private static InputException wrong(String text, String why) {
    return new InputException(
        "The upstream %s cannot be used: %s. Write it as NAME=https://HOST[:PORT][/PATH]."
            .formatted(Visible.of(text, 200), why));
  }

  /** Whether requests choose it by the host that they name. */
  public boolean isByHost() {
    return name.indexOf('.') >= 0;
  }

  /** What the Host field says to it: the port only where it is not the scheme's own. */
  public String authority() {
    String number = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == (secure ? HTTPS : HTTP) ? number : number + ":" + port;
  }
}
