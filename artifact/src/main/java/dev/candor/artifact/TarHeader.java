package dev.candor.artifact;

import java.nio.charset.StandardCharsets;

/**
 * One 512-byte header of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar
 * manual, "Basic Tar Format").
 *
 * @param name with the ustar prefix in front
 * @param size bytes that follow, or -1 when the field cannot be read
 * @param type the type flag
 */
record TarHeader(String name, long size, char type) {
  static final int BLOCK = 512;

  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;

  static TarHeader of(byte[] block) {
    String name = text(block, 0, 100);
    boolean posix = block[MAGIC + 5] == 0 && text(block, MAGIC, 5).equals("ustar");
    String prefix = posix ? text(block, PREFIX, 155) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        number(block, SIZE, 12),
        (char) (block[TYPE] & 0xff));
  }

  /** Whether the block's checksum is right; some old writers summed signed bytes. */
  static boolean isValid(byte[] block) {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      byte b = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : block[i];
      unsigned += b & 0xff;
      signed += b;
    }
    long stored = number(block, CHECKSUM, 8);
    return stored == unsigned || stored == signed;
  }

  static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** An octal field, or GNU's base-256 one; -1 when it is neither or does not fit. */
  static long number(byte[] block, int start, int length) {
    if ((block[start] & 0x80) != 0) {
      long value = block[start] & 0x7f;
      for (int i = start + 1; i < start + length; i++) {
        if (value >> 54 != 0) {
          return -1;
        }
        value = value << 8 | (block[i] & 0xff);
      }
      return value;
    }
    int i = start;
    int end = start + length;
    while (i < end && block[i] == ' ') {
      i++;
    }
    long value = 0;
    for (; i < end && block[i] != 0 && block[i] != ' '; i++) {
      if (block[i] < '0' || block[i] > '7') {
        return -1;
      }
      value = value << 3 | (block[i] - '0');
    }
    return value;
  }

  static String text(byte[] block, int start, int length) {
    int end = start;
    while (end < start + length && block[end] != 0) {
      end++;
    }
    return new String(block, start, end - start, StandardCharsets.UTF_8);
  }
}
