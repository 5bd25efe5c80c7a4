package dev.candor.audit.verify;

import dev.candor.audit.Report;
import dev.candor.audit.SignalWords;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Confirmed;
import dev.candor.core.Form;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether two reports on one artifact come to the same conclusions, and what differs. */
public final class Repeating {
  private final Report first;
  private final Report again;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** By what signals are told apart; what they tell is their codebook. */
  private record Place(Set<String> factors, Form form, String request, String where) {
    static Place of(Signal signal) {
      return new Place(
          signal.factors(), signal.form(), signal.carrier().request(), signal.carrier().where());
    }
  }

  private Repeating(Report first, Report again) {
    this.first = first;
    this.again = again;
  }

  /**
   * Compares verdict and confirmed signals; without an experiment, what was found in the code.
   *
   * @param report which is verified
   * @param again on the same artifact, with the same seed and budget
   */
  public static Repetition of(Reported report, Report again) {
    return new Repeating(report.expected(), again).repetition();
  }

  private Repetition repetition() {
    String due = word(first);
    String found = word(again);
    if (again.observed().isPresent()
        && found.equals(Verdict.INCONCLUSIVE.word())
        && !due.equals(found)) {
      return new Repetition(
          List.of(),
          List.of(),
          List.of("The repetition is inconclusive: " + String.join("; ", again.reasons())),
          List.of());
    }
    if (!due.equals(found)) {
      flaws.add(
          new Flaw(
              "report /verdict",
              "a repetition with the same seed says %s: %s"
                  .formatted(found, again.reasons().getFirst())));
    }
    found();
    signals();
    trials();
    return new Repetition(
        flaws.isEmpty() && open.isEmpty()
            ? List.of("A repetition with the same seed and budget comes to the same conclusions.")
            : List.of(),
        flaws,
        open,
        notes);
  }

  private static String word(Report report) {
    return report.verdict().map(Verdict::word).orElse("no verdict");
  }

  /** A reading of the code gives the same each time; a later Candor may read more. */
  private void found() {
    boolean same =
        first.findings().tables().equals(again.findings().tables())
            && first.findings().unreadable().equals(again.findings().unreadable())
            && first.findings().probes().equals(again.findings().probes())
            && first.findings().encoders().equals(again.findings().encoders())
            && first.findings().flows().equals(again.findings().flows());
    if (same) {
      return;
    }
    if (first.observed().isEmpty() && first.engine().version().equals(again.engine().version())) {
      flaws.add(new Flaw("report /static", "a repetition finds other things in the code"));
    } else {
      notes.add("The repetition finds other things in the code.");
    }
  }

  private void signals() {
    Map<Place, Signal> shown = signals(first);
    Map<Place, Signal> repeated = signals(again);
    List<Place> order = List.copyOf(shown.keySet());
    shown.forEach((place, signal) -> {
      String at = "report /observed/signals/" + order.indexOf(place);
      Optional.ofNullable(repeated.get(place))
          .ifPresentOrElse(
              other -> codebooks(at + "/codebook", signal, other),
              () -> lacking(at, "the repetition", "the report", again, signal));
    });
    repeated.forEach((place, signal) -> {
      if (!shown.containsKey(place)) {
        lacking("report /observed/signals", "the report", "the repetition", first, signal);
      }
    });
  }

  /**
   * Of a signal that only one of the two has. Where the other one lists its place as unconfirmed,
   * trials were too few or noise too much there, which is no contradiction; it leaves open what a
   * reader would not notice.
   */
  private void lacking(String at, String who, String whoHas, Report other, Signal signal) {
    boolean seemed =
        other.observed().stream()
            .flatMap(observed -> observed.unconfirmed().stream())
            .anyMatch(signal::isAt);
    if (!seemed) {
      flaws.add(new Flaw(at, "%s does not show it: %s".formatted(who, words(signal))));
      return;
    }
    String only =
        "In %s it only seemed to depend, and in %s it was confirmed: %s."
            .formatted(who, whoHas, words(signal));
    (signal.form().isUnnoticed() ? open : notes).add(only);
  }

  private static String words(Signal signal) {
    return "%s (%s, %s)"
        .formatted(SignalWords.of(signal), signal.carrier().request(), signal.carrier().where());
  }

  /** In the order of the report. */
  private static Map<Place, Signal> signals(Report report) {
    Map<Place, Signal> signals = new LinkedHashMap<>();
    report.observed().stream()
        .flatMap(observed -> observed.signals().stream())
        .map(Confirmed::signal)
        .forEach(signal -> signals.putIfAbsent(Place.of(signal), signal));
    return signals;
  }

  /** The same symbols, and none for a level that has another in the other. */
  private void codebooks(String at, Signal one, Signal other) {
    Set<String> symbols = symbols(one);
    if (!symbols.equals(symbols(other))) {
      flaws.add(new Flaw(at, "a repetition has other symbols"));
      return;
    }
    for (CodebookEntry entry : one.codebook()) {
      for (CodebookEntry against : other.codebook()) {
        if (!entry.symbol().equals(against.symbol()) && meet(entry, against)) {
          flaws.add(
              new Flaw(at, "a repetition has another symbol for some of the levels of one line"));
          return;
        }
      }
    }
  }

  private static Set<String> symbols(Signal signal) {
    return signal.codebook().stream()
        .map(CodebookEntry::symbol)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a trial could be meant by both lines. */
  private static boolean meet(CodebookEntry one, CodebookEntry other) {
    return one.levels().keySet().equals(other.levels().keySet())
        && one.levels().keySet().stream()
            .allMatch(factor -> !Collections.disjoint(levels(one, factor), levels(other, factor)));
  }

  private static Set<String> levels(CodebookEntry entry, String factor) {
    return Optional.<Set<String>>ofNullable(entry.levels().get(factor)).orElse(Set.of());
  }

  private void trials() {
    int before = first.observed().map(one -> one.trials().size()).orElse(0);
    int now = again.observed().map(one -> one.trials().size()).orElse(0);
    if (before != now) {
      notes.add("The report has %d trials, and the repetition %d.".formatted(before, now));
    }
    if (!first.engine().equals(again.engine())) {
      notes.add(
          "The report is by Candor %s on Java %s, and the repetition by %s on %s."
              .formatted(
                  first.engine().version(),
                  first.engine().java(),
                  again.engine().version(),
                  again.engine().java()));
    }
  }
}
