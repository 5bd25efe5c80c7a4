package dev.candor.artifact;

import java.net.URI;

/**
 * What may stand in a message: text from outside without control characters, addresses without
 * secrets.
 */
final class Shown {
  private static final int LENGTH = 300;

  private Shown() {}

  /** The text on one line, cut to 300 characters, with nothing in it that a terminal acts upon. */
  static String text(String any) {
    StringBuilder shown = new StringBuilder();
    any.codePoints().limit(LENGTH).map(Shown::harmless).forEach(shown::appendCodePoint);
    return shown.length() < any.length() && any.codePointCount(0, any.length()) > LENGTH
        ? shown + "…"
        : shown.toString();
  }

  /** Scheme, host, port and path: user, password and query (signed addresses) are left out. */
  static String address(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return text(uri.getScheme() + "://" + uri.getHost() + port + path);
  }

  private static int harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          '?';
      default -> codePoint;
    };
  }
}
