package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** Letters moved along the alphabet by 1 to 25 places, all else left alone: Caesar's, ROT13. */
@AutoService(Encoding.class)
public final class Rotation implements Encoding {
  private static final int FEWEST_LETTERS = 24;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    if (!clues.source()) {
      return;
    }
    byte[] sample = in.prefix(1024);
    if (!TextBytes.mostlyText(sample, sample.length)) {
      return;
    }
    double bestScore = 0;
    int best = 0;
    for (int by = 1; by < 26; by++) {
      byte[] turned = turn(sample, by);
      Letters.Measure measure = Letters.of(turned, 0, turned.length);
      if (measure.letters() >= FEWEST_LETTERS && measure.score() > bestScore) {
        bestScore = measure.score();
        best = by;
      }
    }
    if (best != 0) {
      int by = best;
      out.accept(new Peeled("rot" + (26 - by), in.map(piece -> turn(piece, by))));
    }
  }

  private static byte[] turn(byte[] bytes, int by) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      int first = b >= 'a' && b <= 'z' ? 'a' : b >= 'A' && b <= 'Z' ? 'A' : 0;
      turned[i] = first == 0 ? b : (byte) (first + (b - first + by) % 26);
    }
    return turned;
  }
}
