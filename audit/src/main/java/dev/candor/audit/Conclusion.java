package dev.candor.audit;

import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Count;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.StaticFindings;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What scan and experiment together say.
 *
 * @param reasons the first one is the headline
 */
record Conclusion(Verdict verdict, List<String> reasons) {
  Conclusion {
    reasons = List.copyOf(reasons);
  }

  /**
   * A covert signal that was seen again decides, whatever else there is. Doubts come next: of what
   * was hardly seen nobody can say that it is candid.
   */
  static Conclusion of(StaticFindings findings, Observed observed) {
    List<Signal> covert =
        observed.signals().stream()
            .map(Confirmed::signal)
            .filter(signal -> signal.form().isUnnoticed())
            .toList();
    if (!covert.isEmpty()) {
      return new Conclusion(Verdict.COVERT, covert(covert, observed));
    }
    List<String> doubts = new ArrayList<>(observed.doubts());
    List<Flow> flows = findings.flows().stream().filter(Flow::covert).toList();
    if (!flows.isEmpty()) {
      doubts.add("By its code %s; no trial showed it.".formatted(FlowWords.dependence(flows)));
    }
    long untried =
        observed.unconfirmed().stream()
            .filter(signal -> signal.form().isUnnoticed())
            .filter(signal -> isOpen(signal, observed))
            .count();
    if (untried > 0) {
      doubts.add(
          Count.of(untried, "place")
              + " seemed to depend on the environment, and no trials were left to see it again.");
    }
    if (!doubts.isEmpty()) {
      List<String> reasons = new ArrayList<>();
      reasons.add("what was seen does not show what the tool does");
      reasons.addAll(doubts);
      return new Conclusion(Verdict.INCONCLUSIVE, reasons);
    }
    List<String> unreadable = unreadable(observed, observed::asksModel);
    observed.unreadable().forEach(body -> unreadable.add(whole(body)));
    if (!unreadable.isEmpty()) {
      List<String> reasons = new ArrayList<>();
      reasons.add("it sends what nobody can read");
      reasons.addAll(unreadable);
      return new Conclusion(Verdict.OPAQUE, reasons);
    }
    List<String> elsewhere = unreadable(observed, request -> !observed.asksModel(request));
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "whatever was seen to depend on the environment %s, in %s"
            .formatted(
                elsewhere.isEmpty()
                    ? "can be read in the traffic"
                    : "where a model is asked can be read there",
                Count.of(observed.trials().size(), "trial")));
    elsewhere.forEach(reason -> reasons.add("elsewhere, for review: " + reason));
    reasons.addAll(review(observed));
    return new Conclusion(Verdict.CANDID, reasons);
  }

  /**
   * Whether nobody knows if it would be seen again. Candidates count only where their place was
   * gone: among hundreds of places, a few look so by chance in the end.
   */
  private static boolean isOpen(Signal signal, Observed observed) {
    return signal.significance().isDiscovery()
        ? !observed.wasTriedAgain(signal)
        : observed.wasGone(signal);
  }

  private static List<String> covert(List<Signal> covert, Observed observed) {
    Set<String> factors = new TreeSet<>();
    covert.forEach(signal -> factors.addAll(signal.factors()));
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "the traffic depends on %s in a way that a reader does not notice"
            .formatted(FlowWords.listed(factors)));
    covert.forEach(signal -> reasons.add(SignalWords.of(signal)));
    reasons.add(
        "seen in %s, and again in fresh ones"
            .formatted(Count.of(observed.trials().size(), "trial")));
    reasons.addAll(review(observed));
    return reasons;
  }

  /** Values that nobody can read, in such requests. */
  private static List<String> unreadable(Observed observed, Predicate<String> requests) {
    List<String> reasons = new ArrayList<>();
    observed.signals().stream()
        .map(Confirmed::signal)
        .filter(signal -> signal.form() == Form.OPAQUE)
        .filter(signal -> requests.test(signal.carrier().request()))
        .forEach(signal -> reasons.add(SignalWords.of(signal)));
    for (Receipt.Entry entry : observed.receipt().entries()) {
      if (!entry.isReadable() && requests.test(entry.request())) {
        reasons.add(
            "%s goes to %s as %s (%s, %s)"
                .formatted(
                    entry.fact().factor(),
                    entry.destination(),
                    entry.rendering(),
                    entry.request(),
                    entry.where()));
      }
    }
    return reasons;
  }

  private static String whole(Unreadable body) {
    return "%s of %s to %s: %s, up to %d bytes"
        .formatted(
            Count.of(body.times(), "body", "bodies"),
            body.request(),
            body.destination(),
            body.why(),
            body.bytes());
  }

  /** What can be read, and is for people to judge. */
  private static List<String> review(Observed observed) {
    long readable =
        observed.signals().stream()
            .filter(confirmed -> SignalWords.isReadable(confirmed.signal()))
            .count();
    return readable == 0
        ? List.of()
        : List.of(Count.of(readable, "difference") + " that can be read there, for review");
  }
}
