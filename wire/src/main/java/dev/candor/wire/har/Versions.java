package dev.candor.wire.har;

import dev.candor.wire.Protocol;
import java.util.Locale;

/** Versions of HTTP as archives name them. */
final class Versions {
  private Versions() {}

  static String name(Protocol protocol) {
    return switch (protocol) {
      case HTTP_1_0, HTTP_1_1 -> protocol.text();
      case HTTP_2 -> "HTTP/2";
    };
  }

  /**
   * Browsers write {@code h2}, {@code http/2.0} and {@code HTTP/2}; HTTP/3 has the same messages.
   */
  static Protocol named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "h2", "h2c", "http/2", "http/2.0", "h3", "http/3", "http/3.0" -> Protocol.HTTP_2;
      case "http/1.0" -> Protocol.HTTP_1_0;
      default -> Protocol.HTTP_1_1;
    };
  }
}
