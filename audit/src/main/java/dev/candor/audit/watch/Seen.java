package dev.candor.audit.watch;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.difference.SignalDifference;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.State;
import dev.candor.lab.inference.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release that was looked at.
 *
 * @param look what its code shows
 * @param audited what trials show, too
 */
public record Seen(String version, Optional<Instant> published, Look look, Audited audited) {
  /** Of the audit; empty where there is none. */
  public Optional<Verdict> verdict() {
    return report().flatMap(Report::verdict);
  }

  /** In a word: the verdict, or the state of the code where there is none. */
  public String word() {
    return switch (audited) {
      case Audited.Done _ -> verdict().map(Verdict::word).orElse("");
      case Audited.NotDone _ -> look.state().word() + " by its code, not audited";
      case Audited.NotAsked _ -> look.state().word();
    };
  }

  /**
   * Why an audit does not show what the tool does, or was not made; hostile text. Empty where it
   * does, and where nobody wanted one.
   */
  public List<String> doubts() {
    return switch (audited) {
      case Audited.Done(Report report) ->
          isInconclusive() ? report.reasons().stream().skip(1).toList() : List.of();
      case Audited.NotDone(String why) -> List.of(why);
      case Audited.NotAsked _ -> List.of();
    };
  }

  Optional<Report> report() {
    return switch (audited) {
      case Audited.Done(Report report) -> Optional.of(report);
      case Audited.NotDone _, Audited.NotAsked _ -> Optional.empty();
    };
  }

  /** Confirmed signals that are not open: unnoticed ones first, then unreadable ones. */
  List<Signal> signals() {
    Report none = look.report();
    SignalDifference all = SignalDifference.between(none, report().orElse(none));
    return Stream.concat(all.covert().appeared().stream(), all.opaque().appeared().stream())
        .toList();
  }

  /**
   * What its signals differ in from those of the release before; one without an audit has none.
   * Where this one's audit leaves it open which it has, nothing differs.
   */
  SignalDifference signalsSince(Optional<Seen> older) {
    Report none = look.report();
    return report()
        .filter(_ -> !isInconclusive())
        .map(report -> SignalDifference.between(older.flatMap(Seen::report).orElse(none), report))
        .orElseGet(() -> SignalDifference.between(none, none));
  }

  /** By its code, or by what was seen in its traffic. */
  boolean isCovert() {
    return look.mechanism().isPresent() || verdict().filter(Verdict.COVERT::equals).isPresent();
  }

  /** Whether what it does is not known wholly. An audit knows better than the code alone. */
  boolean isUnclear() {
    return switch (audited) {
      case Audited.Done _ -> isInconclusive();
      case Audited.NotDone _ -> true;
      case Audited.NotAsked _ -> look.state() == State.UNCLEAR;
    };
  }

  private boolean isInconclusive() {
    return verdict().filter(Verdict.INCONCLUSIVE::equals).isPresent();
  }
}
