package dev.candor.artifact;

import dev.candor.core.ByteRange;

/** A part of a content, as a content of its own. */
record Slice(Content whole, ByteRange range) implements Content {
  @Override
  public long size() {
    return range.length();
  }

  @Override
  public void read(long position, byte[] into, int offset, int length) {
    if (position < 0 || length < 0 || position > size() - length) {
      throw new IndexOutOfBoundsException(
          "bytes " + position + " to " + (position + length) + " of " + size());
    }
    whole.read(range.start() + position, into, offset, length);
  }
}
