package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/**
 * Every character moved along by the same number, where text stays text: unlike under {@link
 * Rotation}, digits and separators move too. A shift that leaves no text is a {@link RunningKey} of
 * step 0.
 */
@AutoService(Encoding.class)
public final class Shift implements Encoding {
  private static final int FEWEST_LETTERS = 24;
  private static final int LOOKED_AT = 512;

  /** Names score 0.4 and more, chance under the best of all shifts rarely this. */
  private static final double FAIR = 0.2;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] sample = in.prefix(LOOKED_AT);
    if (!clues.source() || !TextBytes.allText(sample)) {
      return;
    }
    double bestScore = FAIR;
    int best = 0;
    for (int key = 1; key < 256; key++) {
      if (!staysText(sample, key)) {
        continue;
      }
      byte[] plain = RunningKey.apply(sample, key, 0, false);
      Letters.Measure measure = Letters.of(plain, 0, plain.length);
      if (measure.letters() >= FEWEST_LETTERS && measure.score() > bestScore) {
        bestScore = measure.score();
        best = key;
      }
    }
    if (best != 0) {
      int key = best;
      out.accept(
          new Peeled("subtract:" + key, in.map(piece -> RunningKey.apply(piece, key, 0, false))));
    }
  }

  private static boolean staysText(byte[] sample, int key) {
    for (byte b : sample) {
      if (!TextBytes.plausible(b - key)) {
        return false;
      }
    }
    return true;
  }
}
