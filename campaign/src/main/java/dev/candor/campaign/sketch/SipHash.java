package dev.candor.campaign.sketch;

/** SipHash-2-4 (Aumasson and Bernstein, INDOCRYPT 2012): 64 bits under a key of 128. */
final class SipHash {
  private final long k0;
  private final long k1;

  /**
   * @param k0 the first eight bytes of the key, little-endian
   * @param k1 the others
   */
  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  long of(byte[] bytes) {
    State state = new State(k0, k1);
    int whole = bytes.length & ~7;
    for (int i = 0; i < whole; i += 8) {
      state.take(word(bytes, i, 8));
    }
    state.take(word(bytes, whole, bytes.length - whole) | (long) bytes.length << 56);
    return state.end();
  }

  private static long word(byte[] bytes, int from, int length) {
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[from + i] & 0xffL) << (8 * i);
    }
    return word;
  }

  /** The four words that are mixed; the constants are the paper's. */
  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    State(long k0, long k1) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void take(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
    }

    long end() {
      v2 ^= 0xff;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
