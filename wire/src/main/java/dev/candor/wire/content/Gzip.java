package dev.candor.wire.content;

import java.io.IOException;
import java.util.zip.CRC32;

/**
 * The coding gzip: members one after another (RFC 1952, 2.2), with zeros behind the last at most.
 */
final class Gzip {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final byte[] coded;
  private int at;

  private Gzip(byte[] coded) {
    this.coded = coded;
  }

  static void undo(byte[] coded, Sink out) throws IOException {
    new Gzip(coded).members(out);
  }

  private void members(Sink out) throws IOException {
    try (Deflate deflate = new Deflate(true)) {
      do {
        header();
        CRC32 crc = new CRC32();
        at = deflate.inflate(coded, at, out, crc);
        trailer(crc.getValue(), deflate.length());
      } while (startsMember());
    }
    for (int i = at; i < coded.length; i++) {
      if (coded[i] != 0) {
        throw new IOException("more bytes follow its end");
      }
    }
  }

  private boolean startsMember() {
    return at + 1 < coded.length && u8(at) == 0x1f && u8(at + 1) == 0x8b;
  }

  private void header() throws IOException {
    if (!startsMember()) {
      throw new IOException("it does not begin as gzip does");
    }
    int start = at;
    skip(HEADER);
    int flags = u8(start + 3);
    if ((flags & EXTRA) != 0) {
      skip(2);
      skip(u8(at - 2) | u8(at - 1) << 8);
    }
    if ((flags & NAME) != 0) {
      skipString();
    }
    if ((flags & COMMENT) != 0) {
      skipString();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void trailer(long crc, long length) throws IOException {
    skip(TRAILER);
    if (u32(at - TRAILER) != crc) {
      throw new IOException("its checksum is wrong");
    }
    if (u32(at - 4) != (length & 0xffff_ffffL)) {
      throw new IOException("its length is wrong");
    }
  }

  private void skip(int count) throws IOException {
    if (coded.length - at < count) {
      throw new IOException("it ends too early");
    }
    at += count;
  }

  private void skipString() throws IOException {
    do {
      skip(1);
    } while (coded[at - 1] != 0);
  }

  private int u8(int index) {
    return coded[index] & 0xff;
  }

  private long u32(int index) {
    return u8(index) | u8(index + 1) << 8 | u8(index + 2) << 16 | (long) u8(index + 3) << 24;
  }
}
