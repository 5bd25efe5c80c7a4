package dev.candor.audit.observed;

import dev.candor.audit.recording.Runs;
import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.inference.Capacity;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Noise;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.inference.Significance;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What experiments showed, for tests. Trials 1 to 4 are of the design, 5 and 6 are fresh. */
public final class Shown {
  /** The one request by which a model is asked. */
  public static final String ASKING = "POST /v1/messages";

  private final String text;
  private final List<Confirmed> signals = new ArrayList<>();
  private final List<Signal> unconfirmed = new ArrayList<>();
  private final List<Receipt.Entry> receipt = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final SortedMap<String, SortedSet<String>> sentTo = new TreeMap<>();
  private final List<Explained> explained = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private Shown(String text) {
    this.text = text;
  }

  /** Nothing of note. */
  public static Shown nothing() {
    return new Shown("");
  }

  /** One of each thing, with that text wherever a tool's or package's text can stand. */
  public static Observed withStrings(String text) {
    Shown shown = new Shown(text);
    shown.signals.add(
        new Confirmed(
            signal(
                Form.LOOKALIKE, ASKING + text, text, Map.of("ci", Set.of("off-" + text)), 1, 2, 5),
            new Corroboration(6, 6, 0.05)));
    shown.unconfirmed.add(signal(Form.OPAQUE, ASKING + text, text, Map.of(), 1));
    shown.receipt.add(entry(ASKING + text, "plain"));
    return shown.unreadable(text).doubt("Doubt " + text).observed();
  }

  /** Seen, and seen again. */
  public Shown signal(Form form, String request) {
    signals.add(
        new Confirmed(
            signal(form, request, "", Map.of(), 1, 2, 3, 4, 5, 6), new Corroboration(2, 2, 0.01)));
    return this;
  }

  /** In a sentence whose words find it again, seen, and seen again. */
  public Shown sentence(Form form) {
    Signal signal = signal(form, ASKING, "", Map.of("ci", Set.of("true")), 1, 2, 3, 4, 5, 6);
    Carrier carrier =
        new Carrier(ASKING, "body /system/0/text", "The day is written 2026", "-", "07 there.");
    signals.add(
        new Confirmed(
            new Signal(
                signal.factors(),
                signal.gates(),
                form,
                carrier,
                List.of(),
                signal.codebook(),
                signal.symbols(),
                signal.capacity(),
                signal.significance()),
            new Corroboration(2, 2, 0.01)));
    return this;
  }

  /**
   * Seen, and not confirmed.
   *
   * @param trials that had the place
   */
  public Shown unconfirmed(Form form, int... trials) {
    unconfirmed.add(signal(form, ASKING, "", Map.of(), trials));
    return this;
  }

  /** A fact that was sent. */
  public Shown sent(String request, String rendering) {
    receipt.add(entry(request, rendering));
    return this;
  }

  /** A request that went there. */
  public Shown to(String request, String destination) {
    sentTo.computeIfAbsent(request, _ -> new TreeSet<>()).add(destination);
    return this;
  }

  /** A place where the value of a factor can be read. */
  public Shown readable(String factor, String request, String where) {
    explained.add(
        new Explained(factor, Form.PLAIN, "value", new Carrier(request, where, "", "", "")));
    return this;
  }

  /** A body that cannot be read. */
  public Shown unreadable(String request) {
    unreadable.add(new Unreadable("host" + text, request, "binary data", 2, 999));
    return this;
  }

  /** A reason why it shows nothing. */
  public Shown doubt(String doubt) {
    doubts.add(doubt);
    return this;
  }

  public Observed observed() {
    List<ObservedTrial> trials = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      trials.add(
          new ObservedTrial(
              number,
              new TreeMap<>(number % 2 == 0 ? Map.of("timezone", "Asia/Tokyo" + text) : Map.of()),
              number > 4 ? ObservedTrial.CONFIRMATION : "replicate",
              "status 0" + text,
              3));
    }
    Carrier place = new Carrier(ASKING + text, "body /" + text, "b" + text, "s" + text, text);
    return new Observed(
        "tool" + text,
        Runs.withStrings(text).installation(),
        List.of("tool", text),
        asked(text),
        7,
        Finished.Ending.COMPLETE,
        trials,
        signals,
        unconfirmed,
        explained(place),
        List.of(new Noise(place, 9, 9)),
        Set.of(ASKING),
        sentTo,
        new Receipt(receipt),
        unreadable,
        doubts,
        List.of("Not seen" + text),
        List.of("Noted" + text));
  }

  private List<Explained> explained(Carrier place) {
    List<Explained> all = new ArrayList<>();
    all.add(new Explained("timezone", Form.PLAIN, "value", place));
    all.addAll(explained);
    return all;
  }

  /** Sixty trials, which all ask the same. */
  static Asked asked(String text) {
    return new Asked(Budget.STANDARD, "hi" + text, Duration.ofMinutes(2));
  }

  /** A signal of the time zone: another symbol in Tokyo than elsewhere. */
  public static Signal signal(
      Form form, String request, String text, Map<String, Set<String>> gates, int... trials) {
    SortedMap<Integer, String> symbols = new TreeMap<>();
    for (int trial : trials) {
      symbols.put(trial, trial % 2 == 0 ? "/" : "-" + text);
    }
    SortedMap<String, SortedSet<String>> closed = new TreeMap<>();
    gates.forEach((gate, levels) -> closed.put(gate, new TreeSet<>(levels)));
    Carrier carrier =
        new Carrier(request, "body /system" + text, "Today" + text, "-" + text, text + "07");
    return new Signal(
        Set.of("timezone"),
        closed,
        form,
        carrier,
        List.of(carrier),
        List.of(
            entry("Asia/Tokyo" + text, "/", false),
            entry(
                Environment.base().levels().getOrDefault("timezone", "") + text, "-" + text, true)),
        symbols,
        new Capacity(1, 0.5, 1),
        new Significance("permutation", 0.001, 0.005, trials.length));
  }

  private static CodebookEntry entry(String level, String symbol, boolean rest) {
    return new CodebookEntry(
        new TreeMap<>(Map.of("timezone", new TreeSet<>(Set.of(level)))), symbol, rest);
  }

  private static Receipt.Entry entry(String request, String rendering) {
    return new Receipt.Entry(
        new Fact("hostname", "wrenfield"), "api.example.test", request, "body /id", rendering, 1);
  }
}
