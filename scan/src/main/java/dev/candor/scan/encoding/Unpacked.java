package dev.candor.scan.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a compressed stream to its end within bounds. */
final class Unpacked {
  /** A list of strings is small; a bomb is not. */
  static final int MOST = 8 << 20;

  private static final int HEAD = 128;

  @FunctionalInterface
  interface Opener {
    InputStream open(InputStream packed) throws IOException;
  }

  private Unpacked() {}

  static Optional<Pieces> pieces(Pieces in, Opener opener) {
    List<byte[]> plain = new ArrayList<>(in.bytes().size());
    for (byte[] piece : in.bytes()) {
      byte[] bytes = read(piece, opener);
      if (bytes.length == 0) {
        return Optional.empty();
      }
      plain.add(bytes);
    }
    return Optional.of(new Pieces(plain));
  }

  private static byte[] read(byte[] piece, Opener opener) {
    try (InputStream in = opener.open(new ByteArrayInputStream(piece))) {
      byte[] head = new byte[HEAD]; // nearly nothing that is tried is packed: no large buffer yet
      int length = in.read(head, 0, HEAD);
      if (length <= 0) {
        return new byte[0];
      }
      byte[] rest = in.readNBytes(MOST);
      if (rest.length == MOST) {
        return new byte[0];
      }
      byte[] bytes = Arrays.copyOf(head, length + rest.length);
      System.arraycopy(rest, 0, bytes, length, rest.length);
      return bytes;
    } catch (IOException | IllegalStateException notSuch) {
      return new byte[0];
    }
  }
}
