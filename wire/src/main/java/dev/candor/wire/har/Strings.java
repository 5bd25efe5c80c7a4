package dev.candor.wire.har;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Text as JSON can hold it. */
final class Strings {
  private Strings() {}

  /** Writes a member; a lone surrogate, which UTF-8 has no bytes for, becomes U+FFFD. */
  static void write(JsonGenerator json, String name, String value) {
    json.writeName(wellFormed(name));
    json.writeString(wellFormed(value));
  }

  static void write(JsonGenerator json, String name, Optional<String> value) {
    value.ifPresent(present -> write(json, name, present));
  }

  static void write(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(wellFormed(value)));
    json.writeEndArray();
  }

  private static String wellFormed(String text) {
    boolean surrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    return surrogates
        ? text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  /** Whether the bytes are UTF-8 throughout; holds no copy of them. */
  static boolean areUtf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer sink = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, sink, true);
      if (!result.isOverflow()) {
        return result.isUnderflow();
      }
      sink.clear();
    }
  }
}
