package dev.candor.wire.tape;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** What one entry holds, as it is written. */
final class Output {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] bytes() {
    return bytes.toByteArray();
  }

  Output number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  Output signed(long value) {
    return number(value << 1 ^ value >> 63);
  }

  /** Exactly, also where half of a surrogate pair is missing. */
  Output text(String text) {
    boolean narrow = text.chars().allMatch(c -> c < 0x100);
    number((long) text.length() << 1 | (narrow ? 0 : 1));
    for (int i = 0; i < text.length(); i++) {
      if (!narrow) {
        bytes.write(text.charAt(i) >> 8);
      }
      bytes.write(text.charAt(i));
    }
    return this;
  }

  Output text(Optional<String> text) {
    number(text.isPresent() ? 1 : 0);
    text.ifPresent(this::text);
    return this;
  }
}
