package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;
import java.util.zip.InflaterInputStream;

/** The zlib format, told by its header, a multiple of 31 (RFC 1950, section 2.2). */
@AutoService(Encoding.class)
public final class Zlib implements Encoding {
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
    if (first.length > 8
        && (first[0] & 0x0f) == 8
        && (((first[0] & 0xff) << 8) + (first[1] & 0xff)) % 31 == 0) {
      Unpacked.pieces(in, InflaterInputStream::new)
          .ifPresent(p -> out.accept(new Peeled("zlib", p)));
    }
  }
}
