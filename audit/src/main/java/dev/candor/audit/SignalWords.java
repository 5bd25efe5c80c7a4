package dev.candor.audit;

import dev.candor.lab.inference.Signal;
import java.util.Locale;

/** What signals do, in sentences. They tell of behaviour, never of intent. */
public final class SignalWords {
  private SignalWords() {}

  /** As {@code timezone shows in the separator or letter case, 1.0 bits}. */
  public static String of(Signal signal) {
    return "%s shows in %s, %s"
        .formatted(
            FlowWords.listed(signal.factors()), FlowWords.of(signal.form()), bits(signal.bits()));
  }

  /** As {@code 1.0 bits}. */
  public static String bits(double bits) {
    return String.format(Locale.ROOT, "%.1f bits", bits);
  }
}
