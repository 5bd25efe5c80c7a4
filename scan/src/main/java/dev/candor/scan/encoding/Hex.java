package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two hexadecimal digits a byte, upper or lower case (RFC 4648, section 8). */
@AutoService(Encoding.class)
public final class Hex implements Encoding {
  @Override
  public Family family() {
    return Family.ALPHABET;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    List<byte[]> decoded = new ArrayList<>(in.bytes().size());
    for (byte[] piece : in.bytes()) {
      if (piece.length % 2 != 0 || piece.length == 0) {
        return;
      }
      byte[] bytes = new byte[piece.length / 2];
      for (int i = 0; i < bytes.length; i++) {
        int high = Character.digit(piece[2 * i], 16);
        int low = Character.digit(piece[2 * i + 1], 16);
        if (high < 0 || low < 0) {
          return;
        }
        bytes[i] = (byte) (high << 4 | low);
      }
      decoded.add(bytes);
    }
    out.accept(new Peeled("hex", new Pieces(decoded)));
  }
}
