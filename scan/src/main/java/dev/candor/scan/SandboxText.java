package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Node's Buffer encodings (nodejs.org/api/buffer.html), as lenient as they are there. */
final class SandboxText {
  private SandboxText() {}

  /** Text to bytes, one character each. */
  static String toBytes(String text, String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "utf8", "utf-8" -> latin1(wellFormed(text).getBytes(UTF_8));
      case "hex" -> latin1(hex(text));
      case "base64", "base64url" -> latin1(base64(text));
      case "utf16le", "utf-16le", "ucs2", "ucs-2" -> latin1(text.getBytes(UTF_16LE));
      case "latin1", "binary", "ascii" -> lowBytes(text);
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  /** Bytes, one character each, to text. */
  static String toText(String bytes, String encoding) {
    byte[] raw = bytes.getBytes(ISO_8859_1);
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "utf8", "utf-8" -> new String(raw, UTF_8);
      case "hex" -> HexFormat.of().formatHex(raw);
      case "base64" -> Base64.getEncoder().encodeToString(raw);
      case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
      case "utf16le", "utf-16le", "ucs2", "ucs-2" -> new String(raw, 0, raw.length & ~1, UTF_16LE);
      case "latin1", "binary" -> bytes;
      case "ascii" -> ascii(raw);
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String lowBytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return latin1(bytes);
  }

  private static String ascii(byte[] raw) {
    byte[] low = raw.clone();
    for (int i = 0; i < low.length; i++) {
      low[i] &= 0x7F;
    }
    return new String(low, US_ASCII);
  }

  /** Up to the first pair that is not hexadecimal. */
  private static byte[] hex(String text) {
    int end = 0;
    while (end + 1 < text.length()
        && Character.digit(text.charAt(end), 16) >= 0
        && Character.digit(text.charAt(end + 1), 16) >= 0
        && text.charAt(end) < 0x80
        && text.charAt(end + 1) < 0x80) {
      end += 2;
    }
    return HexFormat.of().parseHex(text, 0, end);
  }

  /** Either alphabet, up to the first padding; characters of neither are skipped. */
  private static byte[] base64(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '+') {
        kept.append('+');
      } else if (c == '_' || c == '/') {
        kept.append('/');
      } else if (c < 0x80 && Character.isLetterOrDigit(c)) {
        kept.append(c);
      }
    }
    if (kept.length() % 4 == 1) {
      kept.setLength(kept.length() - 1); // six bits make no byte
    }
    return Base64.getDecoder().decode(kept.toString());
  }
}
