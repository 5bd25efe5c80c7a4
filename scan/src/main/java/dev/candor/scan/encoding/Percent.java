package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.function.Consumer;

/** Bytes written as a percent sign and two hexadecimal digits (RFC 3986, section 2.1). */
@AutoService(Encoding.class)
public final class Percent implements Encoding {
  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    boolean[] escaped = new boolean[1];
    Pieces decoded = in.map(piece -> decode(piece, escaped));
    if (escaped[0]) {
      out.accept(new Peeled("percent", decoded));
    }
  }

  private static byte[] decode(byte[] piece, boolean[] escaped) {
    byte[] bytes = new byte[piece.length];
    int n = 0;
    for (int i = 0; i < piece.length; i++) {
      int high = i + 2 < piece.length ? Character.digit(piece[i + 1], 16) : -1;
      int low = i + 2 < piece.length ? Character.digit(piece[i + 2], 16) : -1;
      if (piece[i] == (byte) 37 && high >= 0 && low >= 0) {
        bytes[n++] = (byte) (high << 4 | low);
        i += 2;
        escaped[0] = true;
      } else {
        bytes[n++] = piece[i];
      }
    }
    return Arrays.copyOf(bytes, n);
  }
}
