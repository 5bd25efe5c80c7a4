package dev.candor.audit.difference;

import dev.candor.audit.FlowWords;
import dev.candor.audit.Report;
import dev.candor.audit.SignalWords;
import dev.candor.audit.compare.Place;
import dev.candor.audit.observed.Confirmed;
import dev.candor.core.Form;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the confirmed signals of two audits differ in. Signals are the same where the same factors
 * show in the same form, at the same place, by the same symbols. Gates and levels do not count:
 * which of them were tried, differs.
 *
 * @param covert signals that a reader of the traffic does not notice
 * @param opaque signals whose value nobody can read; their symbols are not compared
 */
public record SignalDifference(Delta<Signal> covert, Delta<Signal> opaque) {
  /** What a signal is without the trials that showed it. */
  private record Showing(Set<String> factors, Form form, String place, Set<String> symbols) {
    static Showing of(Signal signal) {
      return new Showing(
          signal.factors(),
          signal.form(),
          Place.of(signal.carrier()),
          signal.form() == Form.OPAQUE
              ? Set.of()
              : signal.codebook().stream()
                  .map(CodebookEntry::symbol)
                  .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** Compares two reports; one without an experiment has no signals. */
  public static SignalDifference between(Report older, Report newer) {
    return new SignalDifference(
        between(older, newer, Form::isUnnoticed),
        between(older, newer, form -> form == Form.OPAQUE));
  }

  private static Delta<Signal> between(Report older, Report newer, Predicate<Form> forms) {
    return Delta.between(
        signals(older, forms), signals(newer, forms), Showing::of, SignalDifference::kin);
  }

  private static List<Signal> signals(Report report, Predicate<Form> forms) {
    return report.observed().stream()
        .flatMap(observed -> observed.signals().stream())
        .map(Confirmed::signal)
        .filter(signal -> forms.test(signal.form()))
        .toList();
  }

  private static boolean kin(Signal older, Signal newer) {
    return older.factors().equals(newer.factors()) && older.form() == newer.form();
  }

  public boolean isEmpty() {
    return covert.isEmpty() && opaque.isEmpty();
  }

  /** A sentence for each, nothing quoted from an artifact. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    add(reasons, "a covert signal", covert);
    add(reasons, "an opaque signal", opaque);
    return reasons;
  }

  private static void add(List<String> reasons, String what, Delta<Signal> delta) {
    Stream.of(
            lines("appeared: " + what, delta.appeared()),
            lines("changed: " + what, delta.changed().stream().map(Delta.Change::newer).toList()),
            lines("vanished: " + what, delta.vanished()))
        .forEach(reasons::addAll);
  }

  private static List<String> lines(String lead, List<Signal> signals) {
    return signals.stream()
        .map(signal ->
            "%s; %s shows in %s, %s"
                .formatted(
                    lead,
                    FlowWords.listed(signal.factors()),
                    FlowWords.of(signal.form()),
                    SignalWords.bits(signal.bits())))
        .toList();
  }
}
