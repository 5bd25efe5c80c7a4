package dev.candor.lab.room;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Bytes on a stream, behind their number. */
public final class SizedBytes {
  private static final int MOST = 256 << 20;

  private SizedBytes() {}

  public static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * @throws IOException if there are fewer than were said, or more than 256 MiB
   */
  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST) {
      throw new IOException("too long");
    }
    byte[] bytes = in.readNBytes(length); // grows with what comes, unlike readFully
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
