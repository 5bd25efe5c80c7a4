package dev.candor.audit.sarif;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names from an artifact as URIs (RFC 3986) that lead nowhere else. */
final class SarifUri {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String ALSO_IN_PATHS = "!$()*+,;=@";

  private SarifUri() {}

  /**
   * A relative reference for a module's name. It has no scheme, no authority, no root, and no
   * segment {@code .} or {@code ..}, whatever the name holds: what would make one is encoded twice.
   */
  static String ofModule(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(SarifUri::segment)
        .collect(Collectors.joining("/"));
  }

  /** A package URL with whatever is not a URI's character encoded. */
  static String ofPurl(String purl) {
    return encode(purl, ALSO_IN_PATHS + "/:?#&%");
  }

  private static String segment(String segment) {
    return switch (segment) {
      case "" -> "%252F";
      case "." -> "%252E";
      case ".." -> "%252E%252E";
      // A backslash is a separator to some readers, even after decoding.
      default -> encode(segment, ALSO_IN_PATHS).replace("%5C", "%255C");
    };
  }

  /** Encoded bytes: {@code %} and two upper-case hexadecimal digits. */
  private static String encode(String text, String allowed) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isAsciiLetterOrDigit(c) || UNRESERVED_MARKS.indexOf(c) >= 0 || allowed.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    return out.toString();
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
