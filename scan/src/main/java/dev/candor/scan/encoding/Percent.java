package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.function.Consumer;

/** Bytes written as a percent sign and two hexadecimal digits (RFC 3986, section 2.1). */
@AutoService(Encoding.class)
public final class Percent implements Encoding {
  /**
   * {@code %decode} holds one escape by chance; and where less than half is escaped, the rest
   * reads.
   */
  private static final int FEWEST = 3;

  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    int[] escapes = new int[1];
    Pieces decoded = in.map(piece -> decode(piece, escapes));
    if (escapes[0] >= FEWEST && escapes[0] * 6 >= in.total()) {
      out.accept(new Peeled("percent", decoded));
    }
  }

  private static byte[] decode(byte[] piece, int[] escapes) {
    byte[] bytes = new byte[piece.length];
    int n = 0;
    for (int i = 0; i < piece.length; i++) {
      int high = i + 2 < piece.length ? Character.digit(piece[i + 1], 16) : -1;
      int low = i + 2 < piece.length ? Character.digit(piece[i + 2], 16) : -1;
      if (piece[i] == (byte) 37 && high >= 0 && low >= 0) {
        bytes[n++] = (byte) (high << 4 | low);
        i += 2;
        escapes[0]++;
      } else {
        bytes[n++] = piece[i];
      }
    }
    return Arrays.copyOf(bytes, n);
  }
}
