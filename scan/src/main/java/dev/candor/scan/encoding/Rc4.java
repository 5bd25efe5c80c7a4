package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/**
 * The RC4 stream cipher (R. Rivest 1987, as posted in 1994; test vectors in RFC 6229) under a key
 * that stands near the data in the code.
 */
@AutoService(Encoding.class)
public final class Rc4 implements Encoding {
  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] sample = in.bytes().getFirst();
    if (sample.length < 8) {
      return;
    }
    for (byte[] key : clues.keys()) {
      if (key.length <= 256 && TextBytes.mostlyText(apply(sample, key, 64), 64)) {
        out.accept(
            new Peeled("rc4:" + Key.name(key), in.map(piece -> apply(piece, key, piece.length))));
      }
    }
  }

  static byte[] apply(byte[] bytes, byte[] key, int length) {
    int[] state = new int[256];
    for (int i = 0; i < 256; i++) {
      state[i] = i;
    }
    for (int i = 0, j = 0, k = 0; i < 256; i++) {
      j = j + state[i] + (key[k] & 0xff) & 0xff;
      swap(state, i, j);
      k = k + 1 == key.length ? 0 : k + 1; // a division takes longer than all else here
    }
    byte[] plain = new byte[Math.min(length, bytes.length)];
    for (int n = 0, i = 0, j = 0; n < plain.length; n++) {
      i = i + 1 & 0xff;
      j = j + state[i] & 0xff;
      swap(state, i, j);
      plain[n] = (byte) (bytes[n] ^ state[state[i] + state[j] & 0xff]);
    }
    return plain;
  }

  private static void swap(int[] state, int i, int j) {
    int kept = state[i];
    state[i] = state[j];
    state[j] = kept;
  }
}
