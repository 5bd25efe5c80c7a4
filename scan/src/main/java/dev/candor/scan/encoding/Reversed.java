package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** Text stored back to front. */
@AutoService(Encoding.class)
public final class Reversed implements Encoding {
  @Override
  public Family family() {
    return Family.ORDER;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    out.accept(new Peeled("reversed", in.map(Reversed::reversed)));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] back = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      back[i] = bytes[bytes.length - 1 - i];
    }
    return back;
  }
}
