package dev.candor.artifact;

import java.util.Arrays;

/** Searches a content for a short run of bytes, by blocks. */
final class BytePattern {
  private static final int BLOCK = 1 << 20;

  private final byte[] pattern;

  BytePattern(byte[] pattern) {
    this.pattern = pattern.clone();
  }

  int length() {
    return pattern.length;
  }

  /** Where the last occurrence that lies in {@code [from, to)} starts, or -1. */
  long last(Content content, long from, long to) {
    long end = to;
    byte[] block = new byte[(int) Math.max(0, Math.min(BLOCK, to - from))];
    while (end - from >= pattern.length) {
      long start = Math.max(from, end - BLOCK);
      int length = (int) (end - start);
      content.read(start, block, 0, length);
      int at = last(block, length);
      if (at >= 0) {
        return start + at;
      }
      if (start == from) {
        return -1;
      }
      end = start + pattern.length - 1;
    }
    return -1;
  }

  private int last(byte[] block, int length) {
    byte first = pattern[0];
    for (int at = length - pattern.length; at >= 0; at--) {
      if (block[at] == first
          && Arrays.equals(block, at, at + pattern.length, pattern, 0, pattern.length)) {
        return at;
      }
    }
    return -1;
  }
}
