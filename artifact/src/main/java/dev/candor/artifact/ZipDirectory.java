package dev.candor.artifact;

import java.util.Optional;

/**
 * Where a zip archive's central directory lies (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to
 * 4.3.16).
 *
 * @param start first byte of the directory
 * @param end behind its last byte
 * @param base what to add to a stored offset: bytes may stand in front of the archive
 */
record ZipDirectory(long start, long end, long base) {
  private static final int END = 0x06054b50;
  private static final int END_FIXED = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int END64 = 0x06064b50;
  private static final int END64_FIXED = 56;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_FIXED = 20;

  static Optional<ZipDirectory> find(Content zip) {
    long tailStart = Math.max(0, zip.size() - END_FIXED - LONGEST_COMMENT);
    byte[] tail = zip.bytes(tailStart, zip.size());
    for (int at = tail.length - END_FIXED; at >= 0; at--) {
      if (LittleEndian.i32(tail, at) == END
          && at + END_FIXED + LittleEndian.u16(tail, at + 20) == tail.length) {
        Optional<ZipDirectory> found = at(zip, tailStart + at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the file ends in a zip archive with at least one file and no comment. */
  static boolean isAppended(Content content) {
    if (content.size() < END_FIXED) {
      return false;
    }
    long end = content.size() - END_FIXED;
    return LittleEndian.i32(content.bytes(end, end + 4), 0) == END
        && at(content, end)
            .filter(found -> found.end() - found.start() >= ZipRecord.FIXED)
            .map(found -> content.bytes(found.start(), found.start() + 4))
            .filter(signature -> LittleEndian.i32(signature, 0) == ZipRecord.SIGNATURE)
            .isPresent();
  }

  private static Optional<ZipDirectory> at(Content zip, long end) {
    byte[] record = zip.bytes(end, end + END_FIXED);
    long size = LittleEndian.u32(record, 12);
    long offset = LittleEndian.u32(record, 16);
    if (end >= LOCATOR_FIXED) {
      byte[] locator = zip.bytes(end - LOCATOR_FIXED, end);
      if (LittleEndian.i32(locator, 0) == LOCATOR) {
        long end64 = end64(zip, LittleEndian.i64(locator, 8), end - LOCATOR_FIXED);
        if (end64 < 0) {
          return Optional.empty();
        }
        byte[] record64 = zip.bytes(end64, end64 + END64_FIXED);
        return of(LittleEndian.i64(record64, 40), LittleEndian.i64(record64, 48), end64);
      }
    }
    return of(size, offset, end);
  }

  /**
   * The zip64 record at its stored place, or right before the locator when bytes were prepended.
   */
  private static long end64(Content zip, long stored, long locator) {
    for (long at : new long[] {stored, locator - END64_FIXED}) {
      if (at >= 0
          && at <= locator - END64_FIXED
          && LittleEndian.i32(zip.bytes(at, at + 4), 0) == END64) {
        return at;
      }
    }
    return -1;
  }

  private static Optional<ZipDirectory> of(long size, long offset, long end) {
    long start = end - size;
    boolean sane = size >= 0 && offset >= 0 && start >= 0 && offset <= start;
    return sane ? Optional.of(new ZipDirectory(start, end, start - offset)) : Optional.empty();
  }
}
