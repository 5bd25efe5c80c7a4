package dev.candor.artifact;

/** Bytes that can be read at any offset, in memory or in a file. Safe for use by many threads. */
public interface Content {
  /** The array itself, not a copy. */
  static Content of(byte[] array) {
    return new MemoryContent(array);
  }

  long size();

  /**
   * Fills {@code into[offset, offset + length)} from {@code position} on.
   *
   * @throws IndexOutOfBoundsException if the content ends before that
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  void read(long position, byte[] into, int offset, int length);

  /** The bytes {@code [start, end)}, at most 2 GiB of them. */
  default byte[] bytes(long start, long end) {
    byte[] bytes = new byte[Math.toIntExact(end - start)];
    read(start, bytes, 0, bytes.length);
    return bytes;
  }
}
