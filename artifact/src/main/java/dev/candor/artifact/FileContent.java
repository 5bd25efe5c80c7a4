package dev.candor.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Content of an open file, read at the place where it lies. The size is taken once. */
public record FileContent(FileChannel channel, long size) implements Content {
  /** A channel copies by way of memory of its own, which is to fit into the processor's cache. */
  private static final int AT_ONCE = 128 << 10;

  @Override
  public void read(long position, byte[] into, int offset, int count) {
    if (position < 0 || count < 0 || position > size - count) {
      throw new IndexOutOfBoundsException(
          "bytes " + position + " to " + (position + count) + " of " + size);
    }
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
    int end = buffer.limit();
    long at = position;
    try {
      while (buffer.position() < end) {
        buffer.limit(Math.min(end, buffer.position() + AT_ONCE));
        int read = channel.read(buffer, at);
        if (read < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
        at += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
