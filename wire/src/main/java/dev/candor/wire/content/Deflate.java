package dev.candor.wire.content;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The coding deflate: a zlib stream (RFC 1950) as RFC 9110, 8.4.1.2 defines it, or the bare deflate
 * stream (RFC 1951) that some clients send under this name.
 */
final class Deflate implements AutoCloseable {
  private final Inflater inflater;
  private final byte[] buffer = new byte[Sink.PIECE];

  /**
   * @param bare whether the streams have no zlib frame
   */
  Deflate(boolean bare) {
    inflater = new Inflater(bare);
  }

  static void undo(byte[] coded, Sink out) throws IOException {
    try (Deflate deflate = new Deflate(!hasZlibFrame(coded))) {
      int end = deflate.inflate(coded, 0, out, new CRC32());
      if (end < coded.length) {
        throw new IOException("more bytes follow its end");
      }
    }
  }

  /** RFC 1950, 2.2: method 8, a window of at most 32 KiB, and a multiple of 31. */
  private static boolean hasZlibFrame(byte[] coded) {
    return coded.length > 1
        && (coded[0] & 0x0f) == 8
        && (coded[0] & 0xf0) <= 0x70
        && ((coded[0] & 0xff) << 8 | (coded[1] & 0xff)) % 31 == 0;
  }

  /**
   * @param crc gets what comes out
   * @return where the stream ends
   */
  int inflate(byte[] coded, int from, Sink out, CRC32 crc) throws IOException {
    inflater.reset();
    inflater.setInput(coded, from, coded.length - from);
    long taken = 0;
    while (!inflater.finished()) {
      String fault = "";
      try {
        if (inflater.inflate(buffer) == 0 && !inflater.finished()) {
          fault = inflater.needsDictionary() ? "it needs a dictionary" : "it ends too early";
        }
      } catch (DataFormatException e) {
        fault = "it is damaged";
      }
      int got = (int) (inflater.getBytesWritten() - taken);
      taken += got;
      crc.update(buffer, 0, got);
      out.add(buffer, got);
      if (!fault.isEmpty()) {
        throw new IOException(fault);
      }
    }
    return coded.length - inflater.getRemaining();
  }

  /** Bytes that came out of the last stream. */
  long length() {
    return inflater.getBytesWritten();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
