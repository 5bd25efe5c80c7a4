package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.lab.inference.Signal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A channel of n symbols carries log2 n bits where levels determine them, and no more where they do
 * not (C. E. Shannon, 1948).
 */
@AutoService(Coherence.class)
public final class BitsFit implements Coherence {
  /** Reports have four digits. */
  private static final double ROUNDING = 1e-3;

  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    for (At signal : report.signals().values()) {
      Set<String> symbols = new HashSet<>();
      signal.each("codebook").forEach(entry -> symbols.add(entry.text("symbol")));
      boolean determined = !symbols.contains(Signal.EITHER);
      Set<String> stood = new HashSet<>();
      signal.members("symbols").values().forEach(symbol -> stood.add(symbol.text()));
      double most = log2(determined ? symbols.size() : stood.size());
      double bits = signal.number("bits");
      if (bits > most + ROUNDING * Math.max(1, most)) {
        flaws.accept(
            signal
                .get("bits")
                .flaw(
                    "says %s, and %d symbols can tell %s at most"
                        .formatted(
                            shown(bits), determined ? symbols.size() : stood.size(), shown(most))));
      } else if (determined && bits < most - ROUNDING * Math.max(1, most)) {
        flaws.accept(
            signal
                .get("bits")
                .flaw(
                    "says %s, and its codebook of %d symbols tells %s"
                        .formatted(shown(bits), symbols.size(), shown(most))));
      }
      double low = signal.get("bitsInterval").json().path(0).asDouble(0);
      double high = signal.get("bitsInterval").json().path(1).asDouble(0);
      if (low > high || determined && (bits < low - ROUNDING || bits > high + ROUNDING)) {
        flaws.accept(signal.get("bitsInterval").flaw("an interval in which the bits do not lie"));
      }
    }
  }

  private static double log2(int symbols) {
    return Math.log(Math.max(1, symbols)) / Math.log(2);
  }

  private static String shown(double bits) {
    return String.format(Locale.ROOT, "%.2f bits", bits);
  }
}
