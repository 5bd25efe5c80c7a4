package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Raw deflate without a header (RFC 1951); it has no mark of its own, so it must end where the data
 * ends.
 */
@AutoService(Encoding.class)
public final class Deflate implements Encoding {
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
    if (clues.source() && first.length > 8 && endsWithTheData(first)) {
      Unpacked.pieces(in, packed -> new InflaterInputStream(packed, new Inflater(true)))
          .ifPresent(p -> out.accept(new Peeled("deflate", p)));
    }
  }

  private static boolean endsWithTheData(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] sink = new byte[8192];
      long total = 0;
      while (!inflater.finished() && total < 8 << 20) {
        int n = inflater.inflate(sink);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return false;
        }
        total += n;
      }
      return inflater.finished() && inflater.getRemaining() == 0;
    } catch (DataFormatException notDeflate) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
