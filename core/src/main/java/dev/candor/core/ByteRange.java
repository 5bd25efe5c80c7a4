package dev.candor.core;

/**
 * The bytes from {@code start} (included) to {@code end} (excluded).
 *
 * @param start offset of the first byte, 0 or more
 * @param end offset behind the last byte, {@code start} or more
 */
public record ByteRange(long start, long end) {
  public ByteRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a byte range: " + start + " to " + end);
    }
  }

  public long length() {
    return end - start;
  }

  /** The same bytes as seen from {@code distance} bytes further left. */
  public ByteRange shift(long distance) {
    return new ByteRange(start + distance, end + distance);
  }
}
