package dev.candor.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes zip archives: proper ones by java.util.zip, crafted ones field by field (APPNOTE 6.3.10).
 */
final class ZipBytes {
  private final ByteWriter locals = new ByteWriter();
  private final ByteWriter directory = new ByteWriter();
  private int count;

  static byte[] of(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A deflated file under one name in its own header and under another in the directory. */
  ZipBytes file(String localName, String directoryName, byte[] body) {
    int start = locals.size();
    byte[] packed = deflate(body);
    local(localName, packed, body);
    return listed(directoryName, start, packed.length, body.length, crc(body), 0);
  }

  ZipBytes file(String name, byte[] body) {
    return file(name, name, body);
  }

  /** A file's header and bytes without a record in the directory. */
  ZipBytes unlisted(String name, byte[] body) {
    local(name, deflate(body), body);
    return this;
  }

  /** A record in the directory for bytes that stand elsewhere. */
  ZipBytes listed(String name, long start, long packed, long size, long crc, int mode) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    directory.u32(0x02014b50).u16(3 << 8 | 20).u16(20).u16(0).u16(8).u32(0);
    directory.u32(crc).u32(packed).u32(size).u16(bytes.length).u16(0).u16(0);
    directory.u16(0).u16(0).u32((long) mode << 16).u32(start).bytes(bytes);
    count++;
    return this;
  }

  int size() {
    return locals.size();
  }

  byte[] bytes() {
    return new ByteWriter()
        .bytes(locals.bytes())
        .bytes(directory.bytes())
        .u32(0x06054b50)
        .u32(0)
        .u16(count)
        .u16(count)
        .u32(directory.size())
        .u32(locals.size())
        .u16(0)
        .bytes();
  }

  private void local(String name, byte[] packed, byte[] body) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    locals.u32(0x04034b50).u16(20).u16(0).u16(8).u32(0).u32(crc(body));
    locals.u32(packed.length).u32(body.length).u16(bytes.length).u16(0);
    locals.bytes(bytes).bytes(packed);
  }

  static long crc(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }

  static byte[] deflate(byte[] body) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(body);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
