package dev.candor.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Lays bytes out as the formats under test do: little-endian numbers, text, zeros. */
final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  ByteWriter u16(long value) {
    return number(value, 2);
  }

  ByteWriter u32(long value) {
    return number(value, 4);
  }

  ByteWriter u64(long value) {
    return number(value, 8);
  }

  ByteWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  ByteWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ByteWriter zeros(int count) {
    return bytes(new byte[count]);
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private ByteWriter number(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >> (8 * i)));
    }
    return this;
  }
}
