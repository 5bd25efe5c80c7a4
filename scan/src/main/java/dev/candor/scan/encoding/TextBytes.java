package dev.candor.scan.encoding;

/** Which bytes stand in readable ASCII text, and how usual each is there. */
final class TextBytes {
  /** Printable ASCII, the white space of text, and NUL, which separates strings. */
  private static final boolean[] PLAUSIBLE = new boolean[256];

  /** Rough log2-odds of a byte in a list of names against a byte drawn evenly from 256. */
  private static final float[] WEIGHT = new float[256];

  static {
    for (int c = 0; c < 256; c++) {
      PLAUSIBLE[c] = c >= 0x20 && c < 0x7f || c == '\n' || c == '\r' || c == '\t' || c == 0;
      WEIGHT[c] = PLAUSIBLE[c] ? -1.5f : -6f;
    }
    // Order of letters in English text (E. S. Lee, "Etaoin shrdlu"): only the rank matters here.
    String byRank = "etaoinshrdlucmfwygpbvkxqjz";
    for (int r = 0; r < 26; r++) {
      char c = byRank.charAt(r);
      WEIGHT[c] = 4.5f - r * 0.17f;
      WEIGHT[c - 32] = 0.8f - r * 0.1f;
    }
    for (char c : ",. -\n|;/_:".toCharArray()) {
      WEIGHT[c] = 2.5f;
    }
    for (char c = '0'; c <= '9'; c++) {
      WEIGHT[c] = 0.5f;
    }
  }

  private TextBytes() {}

  static boolean plausible(int b) {
    return PLAUSIBLE[b & 0xff];
  }

  static float weight(int b) {
    return WEIGHT[b & 0xff];
  }

  static boolean allText(byte[] bytes) {
    for (byte b : bytes) {
      if (!PLAUSIBLE[b & 0xff]) {
        return false;
      }
    }
    return true;
  }

  /** At least 15 of 16 bytes are plausible, and more than a few differ. */
  static boolean mostlyText(byte[] bytes, int length) {
    int n = Math.min(length, bytes.length);
    int foreign = 0;
    int most = n / 16;
    long seenLow = 0;
    long seenHigh = 0;
    for (int i = 0; i < n; i++) {
      int b = bytes[i] & 0xff;
      if (!PLAUSIBLE[b] && ++foreign > most) {
        return false;
      }
      if (b < 64) {
        seenLow |= 1L << b;
      } else {
        seenHigh |= 1L << (b & 63);
      }
    }
    return n > 0 && Long.bitCount(seenLow) + Long.bitCount(seenHigh) >= Math.min(6, n / 2);
  }
}
