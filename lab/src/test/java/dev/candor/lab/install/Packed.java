package dev.candor.lab.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A package file being packed (POSIX.1-2017, ustar). */
final class Packed {
  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  Packed file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Packed file(String name, byte[] body) {
    return entry(name, '0', "", body);
  }

  Packed link(String name, String target) {
    return entry(name, '2', target, new byte[0]);
  }

  private Packed entry(String name, char type, String target, byte[] body) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0000000000\0000000000");
    put(header, 124, String.format(Locale.ROOT, "%011o", body.length));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 157, target);
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    tar.writeBytes(header);
    tar.writeBytes(Arrays.copyOf(body, (body.length + 511) / 512 * 512));
    return this;
  }

  byte[] gzipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(tar.toByteArray());
      gzip.write(new byte[1024]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
