package dev.candor.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 (RFC 3629), taken strictly. */
public final class Utf8 {
  private Utf8() {}

  /** The text that bytes are; empty where they are none. */
  public static Optional<String> text(byte[] bytes) {
    return text(bytes, bytes.length);
  }

  /** The same of the first {@code length} bytes. */
  public static Optional<String> text(byte[] bytes, int length) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(in).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
