package dev.candor.artifact;

/** Content held in an array, of which the first {@code length} bytes count. */
final class MemoryContent implements Content {
  private final byte[] array;
  private final int length;

  MemoryContent(byte[] array) {
    this(array, array.length);
  }

  MemoryContent(byte[] array, int length) {
    this.array = array;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long position, byte[] into, int offset, int count) {
    if (position < 0 || count < 0 || position > length - count) {
      throw new IndexOutOfBoundsException(
          "bytes " + position + " to " + (position + count) + " of " + length);
    }
    System.arraycopy(array, (int) position, into, offset, count);
  }
}
