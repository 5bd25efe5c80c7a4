package dev.candor.text.odd;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A text and the bytes that it is stored in: UTF-8, or UTF-16 that begins with its byte order mark.
 *
 * @param name what the user calls it
 * @param mark bytes of the byte order mark that it begins with; 0 without one
 */
public record TextFile(String name, Encoding encoding, int mark, long size, String text) {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 32 << 20;

  /** How characters are stored. */
  public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    private final Charset charset;

    Encoding(Charset charset) {
      this.charset = charset;
    }

    /** As {@code utf-8}. */
    public String label() {
      return charset.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads all of {@code in}.
   *
   * @throws InputException if it is too large, or no text in one of the encodings
   * @throws IOException if it cannot be read
   */
  public static TextFile read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new InputException(
          "%s is larger than %d MiB, the most that is read. Split it at a line end."
              .formatted(name, MOST_BYTES >> 20));
    }
    return of(bytes, name);
  }

  /**
   * What the bytes hold.
   *
   * @throws InputException if they are no text in one of the encodings
   */
  public static TextFile of(byte[] bytes, String name) {
    boolean little = startsWith(bytes, 0xff, 0xfe);
    if (little && startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      throw new InputException(
          "%s is UTF-32, which is not read. Convert it: iconv -f UTF-32 -t UTF-8.".formatted(name));
    }
    boolean big = startsWith(bytes, 0xfe, 0xff);
    Encoding encoding = little ? Encoding.UTF_16LE : big ? Encoding.UTF_16BE : Encoding.UTF_8;
    int mark = little || big ? 2 : startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    String text =
        encoding == Encoding.UTF_8 && Oddities.isAscii(bytes, mark)
            ? Oddities.ascii(bytes, mark)
            : decoded(bytes, mark, encoding, name);
    int nothing = text.indexOf('\0');
    if (nothing >= 0) {
      throw new InputException(
          "%s is no text: its character %d is U+0000. Name a text file."
              .formatted(name, nothing + 1));
    }
    return new TextFile(name, encoding, mark, bytes.length, text);
  }

  private static String decoded(byte[] bytes, int mark, Encoding encoding, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(bytes.length - mark);
    CoderResult result =
        encoding
            .charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    out.flip();
    if (result.isError()) {
      throw new InputException(
          "%s is no %s: byte 0x%02X at offset %d, in line %d, begins no character. Convert it first, as with iconv -f WINDOWS-1252 -t UTF-8, if that is what it is."
              .formatted(
                  name,
                  encoding.charset.name(),
                  bytes[in.position()] & 0xff,
                  in.position(),
                  1 + out.chars().filter(c -> c == '\n').count()));
    }
    return out.toString();
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes a character takes. */
  int bytes(int codePoint) {
    if (encoding != Encoding.UTF_8) {
      return 2 * Character.charCount(codePoint);
    }
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Another text, as this one is stored: its encoding, and its byte order mark if it has one. */
  public byte[] stored(String other) {
    return ((mark > 0 ? "\ufeff" : "") + other).getBytes(encoding.charset);
  }
}
