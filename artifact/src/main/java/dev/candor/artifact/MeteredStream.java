package dev.candor.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts what is unpacked while it is unpacked, and stays broken once it broke. */
final class MeteredStream extends FilterInputStream {
  private final Bounds bounds;
  private final Meter meter;
  private @Nullable IOException broken;
  private boolean atEnd;

  MeteredStream(InputStream in, Bounds bounds, Meter meter) {
    super(in);
    this.bounds = bounds;
    this.meter = meter;
  }

  /** Whether everything was read, and without an error. */
  boolean atEnd() {
    return atEnd;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (broken != null) {
      throw broken;
    }
    try {
      int got = super.read(into, offset, length);
      atEnd |= got < 0;
      if (got > 0) {
        bounds.countBytes(got);
        meter.count(got);
      }
      return got;
    } catch (IOException e) {
      broken = e;
      throw e;
    }
  }
}
