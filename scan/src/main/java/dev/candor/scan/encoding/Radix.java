package dev.candor.scan.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Digits of an alphabet of 2^n characters, most significant bit first, as RFC 4648 defines base64
 * and base32 for any alphabet. Line breaks and trailing {@code =} are passed over (RFC 2045,
 * section 6.8); left-over bits are dropped.
 */
final class Radix {
  private final int bits;
  private final byte[] value = new byte[128];

  /**
   * @param alphabet 32 or 64 distinct ASCII characters
   */
  Radix(String alphabet) {
    this.bits = Integer.numberOfTrailingZeros(alphabet.length());
    if (1 << bits != alphabet.length()) {
      throw new IllegalArgumentException("an alphabet of " + alphabet.length());
    }
    Arrays.fill(value, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      value[alphabet.charAt(i)] = (byte) i;
    }
  }

  Optional<Pieces> decode(Pieces in) {
    List<byte[]> decoded = new ArrayList<>(in.bytes().size());
    for (byte[] piece : in.bytes()) {
      byte[] bytes = decode(piece);
      if (bytes.length == 0) {
        return Optional.empty();
      }
      decoded.add(bytes);
    }
    return Optional.of(new Pieces(decoded));
  }

  /** The bytes, or none where {@code text} has a foreign character or too few. */
  byte[] decode(byte[] text) {
    int end = text.length;
    while (end > 0 && text[end - 1] == '=') {
      end--;
    }
    if (text.length - end > 6) {
      return new byte[0];
    }
    byte[] bytes = new byte[(int) ((long) (end - breaks(text, end)) * bits / 8)];
    int buffer = 0;
    int held = 0;
    int n = 0;
    for (int i = 0; i < end; i++) {
      if (text[i] == '\n' || text[i] == '\r') {
        continue;
      }
      int v = text[i] < 0 ? -1 : value[text[i]];
      if (v < 0) {
        return new byte[0];
      }
      buffer = buffer << bits | v;
      held += bits;
      if (held >= 8) {
        held -= 8;
        bytes[n++] = (byte) (buffer >> held);
      }
    }
    return bytes;
  }

  private static int breaks(byte[] text, int end) {
    int breaks = 0;
    for (int i = 0; i < end; i++) {
      breaks += text[i] == '\n' || text[i] == '\r' ? 1 : 0;
    }
    return breaks;
  }
}
