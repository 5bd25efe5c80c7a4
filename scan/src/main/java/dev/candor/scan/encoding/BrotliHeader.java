package dev.candor.scan.encoding;

/**
 * What the first bits of a brotli stream promise (RFC 7932, sections 9.1 and 9.2). The decoder
 * makes room for all of it, megabytes as a rule where the bits are chance.
 */
final class BrotliHeader {
  /** Names shrink to a third, and the same ones over and over to a hundredth. */
  private static final int MOST_GROWTH = 1000;

  private static final int METADATA = 3;

  private final byte[] packed;
  private int bits;

  private BrotliHeader(byte[] packed) {
    this.packed = packed;
  }

  /**
   * False where the stream is empty or broken from its start on, or where it promises more than
   * {@code most} bytes or a thousand times its own length.
   */
  static boolean isWorth(byte[] packed, int most) {
    return new BrotliHeader(packed).isWorth(Math.min(most, (long) MOST_GROWTH * packed.length));
  }

  private boolean isWorth(long most) {
    if (!skipWindowSize()) {
      return false;
    }
    boolean last = take(1) == 1;
    if (last && take(1) == 1) {
      return false; // nothing in it
    }
    int size = take(2);
    if (size == METADATA) {
      return true; // what follows it may be anything
    }
    int nibbles = size + 4;
    int length = take(4 * nibbles);
    if (nibbles > 4 && length >>> 4 * (nibbles - 1) == 0) {
      return false; // written with more digits than it needs
    }
    if (!last && take(1) == 1) {
      return length < packed.length; // as it is, not packed
    }
    return length < most;
  }

  /** Whether it is a size of the format's. */
  private boolean skipWindowSize() {
    return take(1) == 0 || take(3) != 0 || take(3) != 1;
  }

  /** The next bits, the lowest first; zeros behind the end. */
  private int take(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bits++) {
      int at = bits >> 3;
      int bit = at < packed.length ? packed[at] >> (bits & 7) & 1 : 0;
      value |= bit << i;
    }
    return value;
  }
}
