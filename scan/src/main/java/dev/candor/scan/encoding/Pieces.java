package dev.candor.scan.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Stored data while it is being unwrapped: one run of bytes, or as many as the array of strings it
 * comes from has elements. Text is held as its Latin-1 bytes.
 */
public record Pieces(List<byte[]> bytes) {
  public static Pieces of(byte[] one) {
    return new Pieces(List.of(one));
  }

  public int total() {
    int sum = 0;
    for (byte[] piece : bytes) {
      sum += piece.length;
    }
    return sum;
  }

  public boolean single() {
    return bytes.size() == 1;
  }

  /** All pieces, one behind the other. */
  public byte[] joined() {
    return prefix(Integer.MAX_VALUE);
  }

  /** The first {@code length} bytes of {@link #joined}, or fewer. */
  public byte[] prefix(int length) {
    if (single() && bytes.getFirst().length <= length) {
      return bytes.getFirst();
    }
    byte[] all = new byte[Math.min(length, total())];
    int at = 0;
    for (byte[] piece : bytes) {
      int part = Math.min(piece.length, all.length - at);
      System.arraycopy(piece, 0, all, at, part);
      at += part;
      if (at == all.length) {
        break;
      }
    }
    return all;
  }

  public Pieces map(Function<byte[], byte[]> change) {
    List<byte[]> changed = new ArrayList<>(bytes.size());
    for (byte[] piece : bytes) {
      changed.add(change.apply(piece));
    }
    return new Pieces(changed);
  }
}
