package dev.candor.lab.names;

import java.util.HexFormat;

/** Packets by hand. */
final class Packets {
  /** Id 1234, recursion wanted, one question. */
  static final String HEADER = "1234 0100 0001 0000 0000 0000";

  /** The same with one additional record. */
  static final String HEADER_AND_ONE = "1234 0100 0001 0000 0000 0001";

  static final String EXAMPLE_COM = "07 6578616d706c65 03 636f6d 00";
  static final String ONLY_INTERNET = "0001";

  private Packets() {}

  static byte[] hex(String... parts) {
    return HexFormat.of().parseHex(String.join("", parts).replace(" ", "").replace("\n", ""));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
