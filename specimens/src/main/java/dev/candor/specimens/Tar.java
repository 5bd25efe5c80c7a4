package dev.candor.specimens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;

/** Tar archives in the ustar format (POSIX.1-1988), as package registries serve them. */
final class Tar {
  private static final int BLOCK = 512;

  /** 1985-10-26, the date that npm gives to every file, in seconds since 1970. */
  private static final long TIME = 499_162_500L;

  private Tar() {}

  /**
   * @param files bytes by path; paths are ASCII and at most 100 characters long
   */
  static byte[] of(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach((path, bytes) -> {
      out.writeBytes(header(path, bytes.length));
      out.writeBytes(bytes);
      out.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
    });
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static byte[] header(String path, int size) {
    byte[] header = new byte[BLOCK];
    if (path.length() > 100) {
      throw new IllegalArgumentException("the path is too long for ustar: " + path);
    }
    put(header, 0, path);
    put(header, 100, path.endsWith("cli.js") ? "0000755\0" : "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, 124, octal(size));
    put(header, 136, octal(TIME));
    put(header, 148, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 255;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    return header;
  }

  private static String octal(long value) {
    return String.format(Locale.ROOT, "%011o\0", value);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
