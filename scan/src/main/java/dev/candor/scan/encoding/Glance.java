package dev.candor.scan.encoding;

/**
 * A first look at a printable run: whether it may be encoded text at all. An executable has
 * hundreds of thousands of runs, nearly all of them symbol names, and a full search of each would
 * cost more than reading the file.
 */
public final class Glance {
  private static final int CHARACTERS = 24;
  private static final int BYTES = CHARACTERS * 3 / 4;

  private Glance() {}

  /**
   * @param run base64 or hexadecimal characters, at least {@value #CHARACTERS}
   * @return false only where neither decodes to text, under no one-byte key either, and to no
   *     compressed stream, judged by the first bytes
   */
  public static boolean mayHoldText(byte[] run) {
    byte[] start = new byte[CHARACTERS];
    int n = 0;
    for (int i = 0; i < run.length && n < CHARACTERS; i++) {
      if (run[i] != '\n' && run[i] != '\r') {
        start[n++] = run[i];
      }
    }
    return isPromising(Base64.STANDARD.decode(start))
        || isPromising(Base64.URL_SAFE.decode(start))
        || isPromising(hex(start))
        || Base32.isUpper(start);
  }

  private static boolean isPromising(byte[] bytes) {
    return bytes.length > 0 && (isPlausible(bytes) || Xor.hasKey(bytes) || isCompressed(bytes));
  }

  /** Plausible ASCII, and what UTF-8 (RFC 3629, section 4) may hold beside it. */
  private static boolean isPlausible(byte[] bytes) {
    int following = 0;
    for (byte b : bytes) {
      int value = b & 0xff;
      boolean continues = (value & 0xc0) == 0x80;
      if (following > 0 != continues
          || value < 0x80 && !TextBytes.plausible(value)
          || value > 0xf4) {
        return false;
      }
      if (continues) {
        following--;
      } else {
        following = value < 0xc2 ? 0 : value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
      }
    }
    return true;
  }

  private static boolean isCompressed(byte[] bytes) {
    return bytes[0] == 0x1f && bytes[1] == (byte) 0x8b
        || (bytes[0] & 0x0f) == 8 && ((bytes[0] & 0xff) * 256 + (bytes[1] & 0xff)) % 31 == 0;
  }

  private static byte[] hex(byte[] text) {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < text.length / 2; i++) {
      int high = Character.digit(text[2 * i], 16);
      int low = Character.digit(text[2 * i + 1], 16);
      if (high < 0 || low < 0) {
        return new byte[0];
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return java.util.Arrays.copyOf(bytes, text.length / 2);
  }
}
