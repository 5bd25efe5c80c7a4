package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** Text with the two characters of each pair exchanged. */
@AutoService(Encoding.class)
public final class Swapped implements Encoding {
  @Override
  public Family family() {
    return Family.ORDER;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    if (clues.source()) {
      out.accept(new Peeled("swapped", in.map(Swapped::swapped)));
    }
  }

  private static byte[] swapped(byte[] bytes) {
    byte[] pairs = bytes.clone();
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      pairs[i] = bytes[i + 1];
      pairs[i + 1] = bytes[i];
    }
    return pairs;
  }
}
