package dev.candor.artifact;

import java.nio.charset.StandardCharsets;

/**
 * What a zip archive's central directory says about one file (PKWARE APPNOTE.TXT 6.3.10, section
 * 4.3.12; zip64 fields section 4.5.3).
 *
 * @param header where the local header should stand, counted from the archive's start
 */
record ZipRecord(
    String name, int flags, int method, long crc, long packed, long size, long header, int mode) {
  static final int FIXED = 46;
  static final int SIGNATURE = 0x02014b50;

  /** Bytes of name, extra field and comment that follow the fixed part. */
  static int variable(byte[] fixed) {
    return LittleEndian.u16(fixed, 28) + LittleEndian.u16(fixed, 30) + LittleEndian.u16(fixed, 32);
  }

  static ZipRecord of(byte[] fixed, byte[] variable) {
    int nameLength = LittleEndian.u16(fixed, 28);
    int unixMode = fixed[5] == 3 ? (int) (LittleEndian.u32(fixed, 38) >>> 16) : 0;
    ZipRecord record =
        new ZipRecord(
            new String(variable, 0, nameLength, StandardCharsets.UTF_8),
            LittleEndian.u16(fixed, 8),
            LittleEndian.u16(fixed, 10),
            LittleEndian.u32(fixed, 16),
            LittleEndian.u32(fixed, 20),
            LittleEndian.u32(fixed, 24),
            LittleEndian.u32(fixed, 42),
            unixMode);
    return record.withZip64(variable, nameLength, nameLength + LittleEndian.u16(fixed, 30));
  }

  boolean isDirectory() {
    return name.endsWith("/");
  }

  boolean isLink() {
    return (mode & 0xf000) == 0xa000;
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  private ZipRecord withZip64(byte[] extra, int start, int end) {
    for (int at = start; at + 4 <= end; at += 4 + LittleEndian.u16(extra, at + 2)) {
      int fieldEnd = at + 4 + LittleEndian.u16(extra, at + 2);
      if (LittleEndian.u16(extra, at) == 1 && fieldEnd <= end) {
        int next = at + 4;
        long[] values = {size, packed, header};
        for (int i = 0; i < values.length; i++) {
          if (values[i] == 0xffffffffL && next + 8 <= fieldEnd) {
            values[i] = LittleEndian.i64(extra, next);
            next += 8;
          }
        }
        return new ZipRecord(name, flags, method, crc, values[1], values[0], values[2], mode);
      }
    }
    return this;
  }
}
