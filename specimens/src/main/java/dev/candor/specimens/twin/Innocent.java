package dev.candor.specimens.twin;

import dev.candor.specimens.carrier.Slots;
import java.util.List;

/**
 * Innocent code.
 *
 * @param slots what the program sends
 * @param about an expression that uses the code, printed by {@code --about}
 * @param why what it resembles, and why it is innocent
 * @param reads the factors that it reads
 * @param picks forms in which it picks between renderings
 */
public record Innocent(
    Slots slots, String about, String why, List<String> reads, List<String> picks) {
  public Innocent {
    reads = List.copyOf(reads);
    picks = List.copyOf(picks);
  }

  Innocent(Slots slots, String about, String why) {
    this(slots, about, why, List.of(), List.of());
  }

  Innocent reading(String... factors) {
    return new Innocent(slots, about, why, List.of(factors), picks);
  }

  /**
   * @param forms as {@code format}
   */
  Innocent picking(String... forms) {
    return new Innocent(slots, about, why, reads, List.of(forms));
  }
}
