package dev.candor.policy.vers;

/** Versions in a range have their own signs percent-encoded (RFC 3986, section 2.1). */
final class Encoding {
  private static final String RESERVED = "<>=!*|% ";
  private static final int LONGEST_SHOWN = 60;

  private Encoding() {}

  static String encoded(String version) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (RESERVED.indexOf(c) >= 0) {
        out.append('%').append("%02X".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * @throws IllegalArgumentException if a sign stands there bare, or a percent sign without its
   *     digits
   */
  static String decoded(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new IllegalArgumentException("has a % that no two hexadecimal digits follow");
        }
        out.append((char) (high * 16 + low));
        i += 2;
      } else if (RESERVED.indexOf(c) >= 0) {
        throw new IllegalArgumentException(
            "has a \""
                + c
                + "\" within a version, which is written as %"
                + "%02X".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
  }
}
