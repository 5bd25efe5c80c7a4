package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/**
 * Exclusive or with a key, over and over, where the key stands in the code or is known from longer
 * data.
 */
@AutoService(Encoding.class)
public final class KeyedXor implements Encoding {
  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    int total = in.total();
    for (byte[] key : clues.keys()) {
      boolean known = !clues.known().isEmpty() && clues.known().contains(step(key));
      if (key.length > 1
          && total >= (known ? 4 : 2 * key.length)
          && TextBytes.mostlyText(apply(in.prefix(64), key), 64)) {
        out.accept(new Peeled(step(key), in.map(piece -> apply(piece, key))));
      }
    }
  }

  static String step(byte[] key) {
    return "xor:" + Key.name(key);
  }

  static byte[] apply(byte[] bytes, byte[] key) {
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) (bytes[i] ^ key[i % key.length]);
    }
    return plain;
  }
}
