package dev.candor.wire.tape;

import dev.candor.wire.tape.Budget.TooMuch;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The entries of a tape, one after another. */
final class Entries {
  /** What an entry takes beside its content. */
  private static final int EACH = 64;

  private final InputStream in;
  private final Budget budget;

  /**
   * @param budget for all of them
   */
  Entries(InputStream in, Budget budget) {
    this.in = in;
    this.budget = budget;
  }

  /** What a tape cannot hold. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;
  }

  record Entry(int kind, byte[] content) {}

  static void write(OutputStream out, int kind, byte[] content) throws IOException {
    byte[] length = new Output().number(content.length).bytes();
    CRC32C crc = new CRC32C();
    crc.update(kind);
    crc.update(length);
    crc.update(content);
    out.write(kind);
    out.write(length);
    out.write(content);
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }

  /**
   * The kind of an entry that begins here, or -1 at the end of what there is; for {@link #read}.
   */
  int kind() throws IOException {
    return in.read();
  }

  /**
   * @throws EOFException if it is not whole
   */
  Entry read(int kind) throws IOException, Damaged, TooMuch {
    CRC32C crc = new CRC32C();
    crc.update(kind);
    long length = length(crc);
    budget.take(length + EACH);
    byte[] content = in.readNBytes((int) length); // grows with what comes
    if (content.length < length) {
      throw new EOFException();
    }
    crc.update(content);
    int sum = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      sum = sum << 8 | next();
    }
    Input.require(sum == (int) crc.getValue());
    return new Entry(kind, content);
  }

  /** Passes over the bytes that are expected here. */
  void pass(byte[] expected) throws IOException, Damaged {
    for (byte b : expected) {
      Input.require((byte) next() == b);
    }
  }

  private long length(CRC32C crc) throws IOException, Damaged {
    long length = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int b = next();
      crc.update(b);
      length |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        Input.require(length <= Integer.MAX_VALUE - 8); // as long as an array can be
        return length;
      }
    }
    throw new Damaged();
  }

  private int next() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }
}
