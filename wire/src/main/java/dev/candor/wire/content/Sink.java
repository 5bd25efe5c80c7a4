package dev.candor.wire.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** Takes what comes out of a coding, up to the bounds. */
final class Sink {
  /** Bytes that a coding hands over at a time. */
  static final int PIECE = 1 << 16;

  private static final int SMALL = 1 << 20;
  private final Content.Bounds bounds;
  private final long sent;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param sent bytes on the wire
   */
  Sink(Content.Bounds bounds, long sent) {
    this.bounds = bounds;
    this.sent = Math.max(1, sent);
  }

  /**
   * @throws IOException when a bound is reached; what fits in was taken
   */
  void add(byte[] from, int length) throws IOException {
    int fits = Math.min(length, bounds.bytes() - bytes.size());
    bytes.write(from, 0, fits);
    if (fits < length) {
      throw new IOException(
          String.format(
              Locale.ROOT, "it has more than %,d bytes, the rest was left", bounds.bytes()));
    }
    if (bytes.size() > SMALL && bytes.size() / sent >= bounds.ratio()) {
      throw new IOException(
          String.format(
              Locale.ROOT, "it grows more than %,d times, the rest was left", bounds.ratio()));
    }
  }

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
