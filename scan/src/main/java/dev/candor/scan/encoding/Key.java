package dev.candor.scan.encoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a key of several bytes is written in a step. */
final class Key {
  private Key() {}

  /** In quotes where it is printable ASCII, else as {@code 0x} and hexadecimal digits. */
  static String name(byte[] key) {
    for (byte b : key) {
      if (b <= ' ' || b >= 0x7f || b == '"' || b == '\\') {
        return "0x" + HexFormat.of().formatHex(key);
      }
    }
    return '"' + new String(key, StandardCharsets.US_ASCII) + '"';
  }
}
