package dev.candor.core.mechanism;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host of an endpoint, as the URL Standard (https://url.spec.whatwg.org) parses it; names
 * outside ASCII are left as they are.
 *
 * @param name in lower case; a dot at its end stays
 * @param port empty for the scheme's own
 */
record Host(String name, String port) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?=[/\\\\])");
  private static final Pattern PORT = Pattern.compile("(.*?):(\\d{0,5})");

  /** Of a URL, a host, or a host and port; {@code https} where no scheme is named. */
  static Optional<Host> of(String endpoint) {
    String text = endpoint.strip().replaceAll("[\\t\\r\\n]", "");
    Matcher schemed = SCHEME.matcher(text);
    String scheme = "https";
    if (schemed.lookingAt()) {
      scheme = schemed.group(1).toLowerCase(Locale.ROOT);
      text = text.substring(schemed.end());
    }
    int start = 0;
    while (start < text.length() && isSlash(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length()
        && !isSlash(text.charAt(end))
        && "?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(start, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    Matcher ported = PORT.matcher(authority);
    String port = "";
    if (ported.matches()) {
      authority = ported.group(1);
      port = ported.group(2).replaceFirst("^0+(?=\\d)", "");
    }
    if (authority.isEmpty()) {
      return Optional.empty();
    }
    String own = scheme.equals("http") ? "80" : "443";
    return Optional.of(new Host(authority.toLowerCase(Locale.ROOT), port.equals(own) ? "" : port));
  }

  String nameAndPort() {
    return port.isEmpty() ? name : name + ":" + port;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
