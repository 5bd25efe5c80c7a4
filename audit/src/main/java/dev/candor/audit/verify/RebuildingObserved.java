package dev.candor.audit.verify;

import dev.candor.audit.observed.Asked;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.ObservedTrial;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.inference.Capacity;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.inference.Significance;
import dev.candor.lab.install.Installation;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The same for the member {@code observed}. */
final class RebuildingObserved {
  private final At from;

  RebuildingObserved(At from) {
    this.from = from;
  }

  Observed observed() {
    return new Observed(
        from.text("tool"),
        installation(),
        from.texts("command"),
        asked(from.get("asked")),
        from.whole("seed"),
        Rebuilding.word(
            Finished.Ending.values(),
            ending -> ending.name().toLowerCase(Locale.ROOT),
            from.text("ending")),
        from.each("environments").stream().map(RebuildingObserved::trial).toList(),
        from.each("signals").stream().map(RebuildingObserved::confirmed).toList(),
        from.each("unconfirmed").stream().map(RebuildingObserved::signal).toList(),
        from.each("explained").stream().map(RebuildingObserved::explained).toList(),
        List.of(),
        Set.copyOf(from.texts("modelRequests")),
        sentTo(),
        new Receipt(from.each("receipt").stream().map(RebuildingObserved::entry).toList()),
        from.each("unreadable").stream().map(RebuildingObserved::body).toList(),
        from.texts("doubts"),
        List.of(),
        List.of());
  }

  private SortedMap<String, SortedSet<String>> sentTo() {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    from.each("sentTo")
        .forEach(one ->
            all.computeIfAbsent(one.text("request"), _ -> new TreeSet<>())
                .addAll(one.texts("destinations")));
    return all;
  }

  private static Explained explained(At explained) {
    return new Explained(
        explained.text("factor"),
        Rebuilding.word(Form.values(), Form::word, explained.text("form")),
        explained.text("rendering"),
        carrier(explained.get("carrier")));
  }

  /** Nothing that is concluded rests on where it lay. */
  private Installation installation() {
    return new Installation(
        new Subject("", Optional.empty()),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Asked asked(At asked) {
    At budget = asked.get("budget");
    return new Asked(
        new Budget(
            budget.has("trials")
                ? OptionalInt.of((int) budget.whole("trials"))
                : OptionalInt.empty(),
            budget.optional("seconds").map(_ -> Duration.ofSeconds(budget.whole("seconds"))),
            budget.is("thorough"),
            (int) budget.whole("reserve")),
        asked.text("prompt"),
        Duration.ofSeconds(asked.whole("seconds")));
  }

  private static ObservedTrial trial(At trial) {
    return new ObservedTrial(
        number(trial, "trial"),
        texts(trial, "levels"),
        trial.text("purpose"),
        trial.text("end"),
        number(trial, "requests"));
  }

  private static Confirmed confirmed(At signal) {
    At fresh = signal.get("significance").get("fresh");
    return new Confirmed(
        signal(signal),
        new Corroboration(number(fresh, "foretold"), number(fresh, "agreeing"), fresh.number("p")));
  }

  static Signal signal(At signal) {
    At interval = signal.get("bitsInterval");
    At significance = signal.get("significance");
    return new Signal(
        Set.copyOf(new TreeSet<>(signal.texts("factors"))),
        levels(signal, "gates"),
        Rebuilding.word(Form.values(), Form::word, signal.text("form")),
        carrier(signal.get("carrier")),
        signal.each("also").stream().map(RebuildingObserved::carrier).toList(),
        signal.each("codebook").stream().map(RebuildingObserved::codebookEntry).toList(),
        symbols(signal),
        new Capacity(
            signal.number("bits"),
            interval.json().path(0).asDouble(0),
            interval.json().path(1).asDouble(0)),
        new Significance(
            significance.text("test"),
            significance.number("p"),
            significance.number("q"),
            number(significance, "trials")));
  }

  private static CodebookEntry codebookEntry(At entry) {
    return new CodebookEntry(levels(entry, "levels"), entry.text("symbol"), entry.is("rest"));
  }

  private static SortedMap<String, SortedSet<String>> levels(At from, String member) {
    SortedMap<String, SortedSet<String>> levels = new TreeMap<>();
    from.members(member)
        .forEach((factor, all) ->
            levels.put(
                factor,
                all.each().stream().map(At::text).collect(Collectors.toCollection(TreeSet::new))));
    return levels;
  }

  private static SortedMap<Integer, String> symbols(At signal) {
    SortedMap<Integer, String> symbols = new TreeMap<>();
    signal
        .members("symbols")
        .forEach((trial, symbol) -> {
          try {
            symbols.put(Integer.parseInt(trial), symbol.text());
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a trial's number is beyond all numbers", e);
          }
        });
    return symbols;
  }

  static SortedMap<String, String> texts(At from, String member) {
    SortedMap<String, String> texts = new TreeMap<>();
    from.members(member).forEach((name, text) -> texts.put(name, text.text()));
    return texts;
  }

  private static Carrier carrier(At carrier) {
    return new Carrier(
        carrier.text("request"),
        carrier.text("where"),
        carrier.text("before"),
        carrier.text("text"),
        carrier.text("after"));
  }

  private static Receipt.Entry entry(At entry) {
    return new Receipt.Entry(
        new Fact(entry.text("fact"), entry.text("value")),
        entry.text("destination"),
        entry.text("request"),
        entry.text("where"),
        entry.text("rendering"),
        number(entry, "times"));
  }

  private static Unreadable body(At body) {
    return new Unreadable(
        body.text("destination"),
        body.text("request"),
        body.text("why"),
        number(body, "times"),
        body.whole("bytes"));
  }

  /** How many there are of something, of which nothing has more than two thousand million. */
  private static int number(At from, String member) {
    long number = from.whole(member);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(member + " is no number of things");
    }
    return (int) number;
  }
}
