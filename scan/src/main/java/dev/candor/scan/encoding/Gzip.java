package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The gzip format, told by its first three bytes (RFC 1952, section 2.3.1). */
@AutoService(Encoding.class)
public final class Gzip implements Encoding {
  @Override
  public Family family() {
    return Family.PACKED;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] first = in.bytes().getFirst();
    if (first.length > 18 && first[0] == 0x1f && first[1] == (byte) 0x8b && first[2] == 8) {
      Unpacked.pieces(in, GZIPInputStream::new).ifPresent(p -> out.accept(new Peeled("gzip", p)));
    }
  }
}
