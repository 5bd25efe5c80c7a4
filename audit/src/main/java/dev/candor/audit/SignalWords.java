package dev.candor.audit;

import dev.candor.audit.observed.Confirmed;
import dev.candor.core.Count;
import dev.candor.core.Form;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
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

  /** Whether a reader of the traffic can tell what it says. */
  public static boolean isReadable(Signal signal) {
    return !signal.form().isUnnoticed() && signal.form() != Form.OPAQUE;
  }

  /** As {@code timezone, format, POST /v1/messages, body /system/0/text}. */
  public static String brief(Signal signal) {
    return "%s, %s, %s"
        .formatted(
            FlowWords.listed(signal.factors()), signal.form().word(), where(signal.carrier()));
  }

  /** As {@code POST /v1/messages, body /system/0/text}. */
  public static String where(Carrier carrier) {
    return carrier.request() + ", " + carrier.where();
  }

  /** Several places, each once; those beyond {@code most} are counted. */
  public static String places(List<Carrier> carriers, int most) {
    List<String> places = carriers.stream().map(SignalWords::where).distinct().toList();
    int shown = Math.min(most, places.size());
    return String.join("; ", places.subList(0, shown))
        + (shown < places.size() ? "; and " + (places.size() - shown) + " more places" : "");
  }

  /** The entries of a codebook by their symbol, in their order. */
  public static SequencedMap<String, List<CodebookEntry>> bySymbol(List<CodebookEntry> codebook) {
    SequencedMap<String, List<CodebookEntry>> bySymbol = new LinkedHashMap<>();
    for (CodebookEntry entry : codebook) {
      bySymbol.computeIfAbsent(entry.symbol(), _ -> new ArrayList<>()).add(entry);
    }
    return bySymbol;
  }

  /** What an entry stands for, as {@code all others, as timezone UTC}. */
  public static String meaning(CodebookEntry entry, int most) {
    return (entry.rest() ? "all others, as " : "")
        + entry.levels().entrySet().stream()
            .map(one -> one.getKey() + " " + levels(one.getValue(), most))
            .collect(Collectors.joining(" with "));
  }

  /** Levels with commas; those beyond {@code most} are counted. */
  public static String levels(SortedSet<String> levels, int most) {
    int shown = Math.min(most, levels.size());
    String named =
        levels.stream()
            .limit(shown)
            .map(level -> level.isEmpty() ? "(none)" : level)
            .collect(Collectors.joining(", "));
    return named + (shown < levels.size() ? " and " + (levels.size() - shown) + " more" : "");
  }

  /** How sure it is, and what fresh trials said. */
  public static String sure(Confirmed confirmed) {
    return String.format(
        Locale.ROOT,
        "q %.2g over all places and factors, in %s; %d of %d fresh ones as foretold, p %.2g",
        confirmed.signal().significance().q(),
        Count.of(confirmed.signal().significance().trials(), "trial"),
        confirmed.fresh().agreeing(),
        confirmed.fresh().foretold(),
        confirmed.fresh().p());
  }

  /** What can be read, each with its places: {@code timezone (plain, value)}. */
  public static SequencedMap<String, List<Carrier>> explained(List<Explained> explained) {
    SequencedMap<String, List<Carrier>> places = new LinkedHashMap<>();
    for (Explained one : explained) {
      String what = "%s (%s, %s)".formatted(one.factor(), one.form().word(), one.rendering());
      places.computeIfAbsent(what, _ -> new ArrayList<>()).add(one.carrier());
    }
    return places;
  }
}
