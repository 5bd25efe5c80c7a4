package dev.candor.lab.emulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Frames of HTTP/2 (RFC 9113, 4 and 6), made by hand so that nothing is put in order. */
final class Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RESET = 3;
  static final int GO_AWAY = 7;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  private static final int SETTINGS = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * @param stream 0 for the connection
   */
  record Frame(int type, int flags, int stream, byte[] payload) {
    boolean ends() {
      return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
    }
  }

  /** Begins as a client does. */
  static Frames opening() {
    Frames frames = new Frames();
    frames.out.writeBytes(Loopback.bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    return frames.frame(SETTINGS, 0, 0, new byte[0]);
  }

  Frames frame(int type, int flags, int stream, byte[] payload) {
    out.write(payload.length >> 16);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    out.write(stream >> 24);
    out.write(stream >> 16);
    out.write(stream >> 8);
    out.write(stream);
    out.writeBytes(payload);
    return this;
  }

  /** Names and values by turns, as literals without indexing (RFC 7541, 6.2.2). */
  Frames headers(int stream, boolean end, String... fields) {
    return frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, literals(fields));
  }

  Frames data(int stream, boolean end, String text) {
    return frame(DATA, end ? END_STREAM : 0, stream, Loopback.bytes(text));
  }

  static byte[] literals(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i++) {
      if (i % 2 == 0) {
        block.write(0);
      }
      if (fields[i].length() < 127) {
        block.write(fields[i].length());
      } else { // a number with a prefix of 7 bits (RFC 7541, 5.1)
        block.write(127);
        int rest = fields[i].length() - 127;
        for (; rest > 127; rest >>= 7) {
          block.write(rest & 127 | 128);
        }
        block.write(rest);
      }
      block.writeBytes(Loopback.bytes(fields[i]));
    }
    return block.toByteArray();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  static Frame read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int length = data.readUnsignedByte() << 16 | data.readUnsignedShort();
    int type = data.readUnsignedByte();
    int flags = data.readUnsignedByte();
    int stream = data.readInt();
    return new Frame(type, flags, stream, data.readNBytes(length));
  }

  /** The next frame of that type. */
  static Frame next(InputStream in, int type) throws IOException {
    Frame frame = read(in);
    while (frame.type() != type) {
      frame = read(in);
    }
    return frame;
  }
}
