package dev.candor.audit.decoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts line feeds, eight bytes at a time. */
final class Lines {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long FEEDS = 0x0a0a_0a0a_0a0a_0a0aL;
  private static final long LOW = 0x7f7f_7f7f_7f7f_7f7fL;

  private Lines() {}

  /** How many stand in {@code [from, to)}. */
  static long count(byte[] bytes, int from, int to) {
    long count = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at) ^ FEEDS;
      // The top bit of each byte that is zero, exactly.
      count += Long.bitCount(~((word & LOW) + LOW | word | LOW));
    }
    for (; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Where the last one before {@code before} stands, not before {@code from}; -1 if nowhere. */
  static int last(byte[] bytes, int from, int before) {
    for (int at = before - 1; at >= from; at--) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
