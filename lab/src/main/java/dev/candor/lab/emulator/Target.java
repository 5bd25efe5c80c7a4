package dev.candor.lab.emulator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request's target says of its host (RFC 9112, 3.2).
 *
 * @param authority host, and port where it names one; empty where it says nothing
 * @param proxied host and port that a proxy is asked for; empty where none is
 */
record Target(Optional<String> authority, Optional<String> proxied) {
  private static final Pattern ABSOLUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#]*@)?([^/?#@]*)(?:[/?#].*)?");

  static Target of(String method, String target) {
    if (method.equals("CONNECT")) {
      return new Target(Optional.of(target), Optional.empty());
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    if (target.startsWith("/") || !absolute.matches()) {
      return new Target(Optional.empty(), Optional.empty());
    }
    String authority = absolute.group(2);
    return new Target(Optional.of(authority), Optional.of(withPort(authority, absolute.group(1))));
  }

  private static String withPort(String authority, String scheme) {
    if (authority.lastIndexOf(':') > authority.lastIndexOf(']')) {
      return authority;
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https", "wss" -> authority + ":443";
      case "http", "ws" -> authority + ":80";
      default -> authority;
    };
  }
}
