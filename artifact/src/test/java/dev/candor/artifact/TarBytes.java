package dev.candor.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tar archives field by field (POSIX.1-2017, pax, ustar), also ones no tool would write. */
final class TarBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarBytes file(String name, String body) {
    return file(name, body.getBytes(StandardCharsets.UTF_8));
  }

  TarBytes file(String name, byte[] body) {
    return entry(name, '0', body);
  }

  TarBytes entry(String name, char type, byte[] body) {
    out.writeBytes(header(name.getBytes(StandardCharsets.UTF_8), type, body.length));
    out.writeBytes(body);
    out.writeBytes(new byte[-body.length & 511]);
    return this;
  }

  TarBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** The archive with its end mark. */
  byte[] bytes() {
    byte[] open = open();
    return java.util.Arrays.copyOf(open, open.length + 1024);
  }

  /** The archive without an end mark. */
  byte[] open() {
    return out.toByteArray();
  }

  byte[] gzipped() {
    return gzip(bytes());
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
      gzip.write(bytes);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] header(byte[] name, char type, long size) {
    byte[] block = new byte[512];
    System.arraycopy(name, 0, block, 0, Math.min(100, name.length));
    put(block, 100, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, String.format(Locale.ROOT, "%011o", size));
    put(block, 136, "00000000000");
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 257, "ustar\00000");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    return block;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
