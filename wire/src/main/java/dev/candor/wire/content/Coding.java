package dev.candor.wire.content;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/** Undoes one content coding. */
interface Coding {
  /**
   * @param out gets what there is until the end or the fault
   * @throws IOException with a reason that can follow the coding's name
   */
  void undo(byte[] coded, Sink out) throws IOException;

  /**
   * By its name in the registry of HTTP content codings, in lower case; {@code x-gzip} as RFC 9110,
   * 8.4.1.3 asks.
   */
  static Optional<Coding> named(String name) {
    return switch (name) {
      case "gzip", "x-gzip" -> Optional.of(Gzip::undo);
      case "deflate" -> Optional.of(Deflate::undo);
      // A constructor reference here makes JDK 25.0.3 crash while it assembles an AOT cache.
      case "br" -> Optional.of((coded, out) -> copy(coded, in -> new BrotliInputStream(in), out));
      // Its own bound of 128 MiB holds for the window; no more of it is touched than comes out.
      case "zstd" ->
          Optional.of((coded, out) -> copy(coded, in -> new ZstdInputStreamNoFinalizer(in), out));
      default -> Optional.empty();
    };
  }

  /** How a library opens a stream. */
  interface Opening {
    InputStream open(InputStream coded) throws IOException;
  }

  private static void copy(byte[] coded, Opening opening, Sink out) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(coded);
    try (InputStream plain = opening.open(in)) {
      byte[] buffer = new byte[Sink.PIECE];
      int got;
      while ((got = plain.read(buffer, 0, buffer.length)) >= 0) {
        out.add(buffer, got);
      }
    }
    if (in.available() > 0) {
      throw new IOException("more bytes follow its end");
    }
  }
}
