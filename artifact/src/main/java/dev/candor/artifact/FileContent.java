package dev.candor.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Content of an open file, read at the place where it lies. The size is taken once. */
record FileContent(FileChannel channel, long size) implements Content {
  @Override
  public void read(long position, byte[] into, int offset, int count) {
    if (position < 0 || count < 0 || position > size - count) {
      throw new IndexOutOfBoundsException(
          "bytes " + position + " to " + (position + count) + " of " + size);
    }
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
    long at = position;
    try {
      while (buffer.hasRemaining()) {
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
