package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a zip archive that was cut short by the headers in front of its files. */
final class ZipLocalReading {
  private static final int BLOCK = 1 << 16;
  private static final int LONGEST_DESCRIPTOR = 24;

  private final Content zip;
  private final Inside archive;
  private final Bounds bounds;

  ZipLocalReading(Content zip, Inside archive, Bounds bounds) {
    this.zip = zip;
    this.archive = archive;
    this.bounds = bounds;
  }

  void run() throws IOException {
    long at = 0;
    while (at >= 0 && at <= zip.size() - ZipReading.LOCAL_FIXED) {
      byte[] fixed = zip.bytes(at, at + ZipReading.LOCAL_FIXED);
      if (LittleEndian.i32(fixed, 0) != ZipReading.LOCAL) {
        return;
      }
      at = file(fixed, at + ZipReading.LOCAL_FIXED);
    }
  }

  /** Reads one file and returns where the next header stands, or -1 when that cannot be told. */
  private long file(byte[] fixed, long variable) throws IOException {
    long start = variable + LittleEndian.u16(fixed, 26) + LittleEndian.u16(fixed, 28);
    if (start > zip.size()) {
      return -1;
    }
    String name =
        new String(
            zip.bytes(variable, variable + LittleEndian.u16(fixed, 26)), StandardCharsets.UTF_8);
    int flags = LittleEndian.u16(fixed, 6);
    int method = LittleEndian.u16(fixed, 8);
    long packed = LittleEndian.u32(fixed, 18);
    boolean sizeFollows = (flags & 8) != 0;
    if (name.endsWith("/")) {
      archive.directory(name);
      return start;
    }
    if ((flags & 1) != 0 || (method != 8 && (method != 0 || sizeFollows))) {
      archive.leaveOut(name, "left out, it is encrypted or packed by a method that is not read");
      return sizeFollows ? -1 : start + packed;
    }
    long end = sizeFollows ? zip.size() : Math.min(zip.size(), start + packed);
    Inflater inflater = new Inflater(true);
    try {
      InputStream stored = new ContentStream(zip, start, end);
      InputStream plain = method == 0 ? stored : new InflaterInputStream(stored, inflater, BLOCK);
      archive.file(name, packed, new MeteredStream(plain, bounds, archive.meter()));
      return sizeFollows ? behindDescriptor(start + inflater.getBytesRead()) : start + packed;
    } finally {
      inflater.end();
    }
  }

  private long behindDescriptor(long at) {
    for (long next = at; next <= at + LONGEST_DESCRIPTOR && next <= zip.size() - 4; next++) {
      if (LittleEndian.i32(zip.bytes(next, next + 4), 0) == ZipReading.LOCAL) {
        return next;
      }
    }
    return -1;
  }
}
