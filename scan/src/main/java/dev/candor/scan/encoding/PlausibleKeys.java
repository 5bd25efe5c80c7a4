package dev.candor.scan.encoding;

/**
 * The keys under which a byte is plausible text, as a set of 256 bits: {@code [b]} has bit k set
 * when key k makes byte b so. The first word comes again behind the last, so that the sets can be
 * read as rings.
 */
final class PlausibleKeys {
  static final long[][] XOR = keys(true);
  static final long[][] SUBTRACT = keys(false);

  private PlausibleKeys() {}

  private static long[][] keys(boolean xor) {
    long[][] keys = new long[256][5];
    for (int b = 0; b < 256; b++) {
      for (int k = 0; k < 256; k++) {
        if (TextBytes.plausible(xor ? b ^ k : b - k)) {
          keys[b][k >> 6] |= 1L << k;
        }
      }
      keys[b][4] = keys[b][0];
    }
    return keys;
  }
}
