package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The RC4 stream cipher (R. Rivest 1987, as posted in 1994; test vectors in RFC 6229) under a key
 * that stands near the data in the code.
 */
@AutoService(Encoding.class)
public final class Rc4 implements Encoding {
  /** So many bytes show whether a key fits. */
  private static final int BEGIN = 64;

  private static final int MOST_STREAMS = 10_000;

  /** How the stream of each key begins: the keys near to some data are tried on all its layers. */
  private final Map<ByteBuffer, byte[]> streams = new ConcurrentHashMap<>();

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
      if (key.length <= 256 && TextBytes.mostlyText(begin(sample, key), BEGIN)) {
        out.accept(
            new Peeled("rc4:" + Key.name(key), in.map(piece -> apply(piece, key, piece.length))));
      }
    }
  }

  /** What the first bytes are under the key. */
  private byte[] begin(byte[] sample, byte[] key) {
    if (streams.size() > MOST_STREAMS) {
      streams.clear();
    }
    byte[] stream =
        streams.computeIfAbsent(ByteBuffer.wrap(key), k -> apply(new byte[BEGIN], key, BEGIN));
    byte[] plain = new byte[Math.min(BEGIN, sample.length)];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (sample[i] ^ stream[i]);
    }
    return plain;
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
