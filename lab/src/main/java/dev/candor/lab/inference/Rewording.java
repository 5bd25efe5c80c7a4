package dev.candor.lab.inference;

import dev.candor.core.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One word for another is a small swap where the text is otherwise the same. Where more of the same
 * text differs between the same trials, in a way that can be read there, the word is a part of
 * that.
 */
final class Rewording {
  private Rewording() {}

  /** The signals, with the form of those words that are part of another difference. */
  static List<Signal> of(Collection<Signal> signals, Collection<Signal> others) {
    List<Signal> all = new ArrayList<>(signals);
    all.addAll(others);
    return signals.stream()
        .map(signal -> isPart(signal, all) ? signal.shownBy(Form.PRESENCE) : signal)
        .toList();
  }

  private static boolean isPart(Signal signal, List<Signal> all) {
    return signal.form() == Form.WORDING
        && all.stream()
            .filter(other -> other.form() == Form.PRESENCE)
            .anyMatch(other -> isInSameText(signal, other) && isToldBySame(signal, other));
  }

  private static boolean isInSameText(Signal signal, Signal other) {
    return places(signal).allMatch(place -> places(other).anyMatch(place::isWhere));
  }

  private static Stream<Carrier> places(Signal signal) {
    return Stream.concat(Stream.of(signal.carrier()), signal.also().stream());
  }

  /** Whether the same trials have the same symbol as each other. */
  private static boolean isToldBySame(Signal signal, Signal other) {
    return signal.symbols().keySet().equals(other.symbols().keySet())
        && Arrays.equals(
            LevelTable.numbered(List.copyOf(signal.symbols().values())),
            LevelTable.numbered(List.copyOf(other.symbols().values())));
  }
}
