package dev.candor.artifact;

import java.io.InputStream;

/**
 * Reads a part of a content from front to end. Callers read blocks, so nothing is buffered here.
 */
final class ContentStream extends InputStream {
  private final Content content;
  private final long end;
  private long position;

  ContentStream(Content content, long start, long end) {
    this.content = content;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, end - position);
    if (count <= 0) {
      return -1;
    }
    content.read(position, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, end - position);
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }
}
