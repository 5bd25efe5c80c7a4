package dev.candor.scan.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a compressed stream to its end within bounds. */
final class Unpacked {
  /** A list of strings is small; a bomb is not. */
  private static final int MOST = 8 << 20;

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
      byte[] bytes = in.readNBytes(MOST);
      return bytes.length == MOST ? new byte[0] : bytes;
    } catch (IOException | IllegalStateException notSuch) {
      return new byte[0];
    }
  }
}
