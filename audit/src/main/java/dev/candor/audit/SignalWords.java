package dev.candor.audit;

import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What signals do, in sentences. They tell of behaviour, never of intent. */
public final class SignalWords {
  private SignalWords() {}

  /** As {@code timezone shows in the separator or letter case, 1.0 bits}. */
  public static String of(Signal signal) {
    return "%s shows in %s, %s%s"
        .formatted(
            FlowWords.listed(signal.factors()),
            FlowWords.of(signal.form()),
            bits(signal.bits()),
            gates(signal));
  }

  private static String gates(Signal signal) {
    return signal.gates().entrySet().stream()
        .map(gate -> ", but not with %s %s".formatted(gate.getKey(), some(gate.getValue())))
        .collect(Collectors.joining());
  }

  private static String some(SortedSet<String> levels) {
    return levels.size() == 1
        ? Visible.of(levels.first())
        : "%s and %d more".formatted(Visible.of(levels.first()), levels.size() - 1);
  }

  /** As {@code 1.0 bits}. */
  public static String bits(double bits) {
    return String.format(Locale.ROOT, "%.1f bits", bits);
  }
}
