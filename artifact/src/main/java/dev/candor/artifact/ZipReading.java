package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads a zip archive by its central directory, as installers do, one record at a time; an archive
 * without one (cut short) by its local headers. Files whose bytes overlap are left out, which is
 * what makes "better zip bombs" (Fifield, WOOT 2019) small.
 */
final class ZipReading {
  static final int LOCAL = 0x04034b50;
  static final int LOCAL_FIXED = 30;

  private static final int BLOCK = 1 << 16;

  private final Content zip;
  private final Inside archive;
  private final Bounds bounds;

  /** Start and end of every file's header and packed bytes. */
  private final TreeMap<Long, Long> taken = new TreeMap<>();

  ZipReading(Content zip, Inside archive, Bounds bounds) {
    this.zip = zip;
    this.archive = archive;
    this.bounds = bounds;
  }

  void run() throws IOException {
    Optional<ZipDirectory> directory = ZipDirectory.find(zip);
    if (directory.isEmpty()) {
      archive.note("has no directory, so it was cut short; its files were read from the front");
      new ZipLocalReading(zip, archive, bounds).run();
      return;
    }
    ZipDirectory found = directory.get();
    long at = found.start();
    while (at + ZipRecord.FIXED <= found.end()) {
      byte[] fixed = zip.bytes(at, at + ZipRecord.FIXED);
      long next = at + ZipRecord.FIXED + ZipRecord.variable(fixed);
      if (LittleEndian.i32(fixed, 0) != ZipRecord.SIGNATURE || next > found.end()) {
        archive.note("has a damaged directory; the files before the damage were read");
        break;
      }
      file(ZipRecord.of(fixed, zip.bytes(at + ZipRecord.FIXED, next)), found.base());
      at = next;
    }
    tellUnlisted(found.start());
  }

  private void file(ZipRecord record, long base) throws IOException {
    String name = record.name();
    if (record.isDirectory()) {
      archive.directory(name);
    } else if (record.isLink()) {
      archive.leaveOut(name, "left out, it is a link");
    } else if (record.isEncrypted()) {
      archive.leaveOut(name, "left out, it is encrypted");
    } else if (record.method() != 0 && record.method() != 8) {
      archive.leaveOut(name, "left out, it is packed by a method that is not read");
    } else {
      located(record, base + record.header());
    }
  }

  private void located(ZipRecord record, long header) throws IOException {
    if (header < 0 || header > zip.size() - LOCAL_FIXED) {
      archive.leaveOut(record.name(), "left out, it lies outside its archive");
      return;
    }
    byte[] local = zip.bytes(header, header + LOCAL_FIXED);
    int nameLength = LittleEndian.u16(local, 26);
    long start = header + LOCAL_FIXED + nameLength + LittleEndian.u16(local, 28);
    if (LittleEndian.i32(local, 0) != LOCAL
        || start > zip.size()
        || record.packed() < 0
        || record.packed() > zip.size() - start) {
      archive.leaveOut(record.name(), "left out, it lies outside its archive");
      return;
    }
    long end = start + record.packed();
    if (overlaps(header, end)) {
      archive.leaveOut(record.name(), "left out, its bytes are those of another file too");
      return;
    }
    taken.put(header, end);
    byte[] stored = zip.bytes(header + LOCAL_FIXED, header + LOCAL_FIXED + nameLength);
    boolean sizeFollows = (LittleEndian.u16(local, 6) & 8) != 0;
    long localPacked = LittleEndian.u32(local, 18);
    if (!new String(stored, StandardCharsets.UTF_8).equals(record.name())) {
      archive.note("calls a file by two names; the one in its directory was used");
    } else if (LittleEndian.u16(local, 8) != record.method()
        || (!sizeFollows && localPacked != 0xffffffffL && localPacked != record.packed())) {
      archive.noteOn(record.name(), "described in two ways; its archive's directory was believed");
    }
    unpack(record, new ContentStream(zip, start, end));
  }

  private void unpack(ZipRecord record, InputStream packed) throws IOException {
    CRC32 crc = new CRC32();
    Inflater inflater = new Inflater(true);
    try {
      InputStream plain =
          record.method() == 0 ? packed : new InflaterInputStream(packed, inflater, BLOCK);
      MeteredStream metered = new MeteredStream(plain, bounds, archive.meter());
      archive.file(record.name(), record.size(), new CheckedInputStream(metered, crc));
      if (metered.atEnd() && crc.getValue() != record.crc()) {
        archive.noteOn(record.name(), "does not match its checksum");
      }
    } finally {
      inflater.end();
    }
  }

  private boolean overlaps(long start, long end) {
    Map.Entry<Long, Long> before = taken.floorEntry(start);
    Long after = taken.ceilingKey(start);
    return (before != null && before.getValue() > start) || (after != null && after < end);
  }

  /** A file that stands between the others, but not in the directory, is seen by some readers. */
  private void tellUnlisted(long directory) {
    long at = 0;
    taken.put(directory, directory);
    for (Map.Entry<Long, Long> file : taken.entrySet()) {
      // A data descriptor of 12 to 24 bytes may follow a file (APPNOTE 4.3.9).
      for (long gap = at; gap <= at + 24 && gap + 4 <= file.getKey(); gap += 4) {
        if (LittleEndian.i32(zip.bytes(gap, gap + 4), 0) == LOCAL) {
          archive.note("holds a file that its directory does not list, which was not read");
          gap = Long.MAX_VALUE - 64;
        }
      }
      at = file.getValue();
    }
  }
}
