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
    if (clues.source() && in.bytes().getFirst().length > 8) {
      // A constructor reference here makes JDK 25.0.3 crash while it assembles an AOT cache.
      Unpacked.pieces(in, packed -> new BrotliInputStream(packed))
          .ifPresent(p -> out.accept(new Peeled("brotli", p)));
    }
  }
}
