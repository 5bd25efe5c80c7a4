package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;
import org.brotli.dec.BrotliInputStream;

/**
 * The brotli format (RFC 7932); it has no mark of its own, so only literals of source code are
 * tried.
 */
@AutoService(Encoding.class)
public final class Brotli implements Encoding {
  /** Small, since most that is tried ends after a few bytes. */
  private static final int BUFFER = 512;

  @Override
  public Family family() {
    return Family.PACKED;
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
    byte[] first = in.bytes().getFirst();
    if (clues.source() && first.length > 8 && BrotliHeader.isWorth(first, Unpacked.MOST)) {
      // A constructor reference here makes JDK 25.0.3 crash while it assembles an AOT cache.
      Unpacked.pieces(in, packed -> new BrotliInputStream(packed, BUFFER))
          .ifPresent(p -> out.accept(new Peeled("brotli", p)));
    }
  }
}
