package dev.candor.audit.watch;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.difference.SignalDifference;
import dev.candor.core.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a release is beside the one before, in plain sentences. */
final class EventReasons {
  private EventReasons() {}

  /** The traffic first, then the code. */
  static List<String> of(Optional<Seen> older, Seen newer, SignalDifference signals) {
    List<String> reasons = new ArrayList<>(signals.reasons());
    switch (newer.audited()) {
      case Audited.Done(Report report) -> reasons.add(verdict(older, newer, report));
      case Audited.NotDone _ -> reasons.add("it was not audited: nothing is known of its traffic");
      case Audited.NotAsked _ -> {}
    }
    reasons.addAll(
        older
            .map(one -> Difference.between(one.look().report(), newer.look().report()).reasons())
            .orElseGet(() -> newer.look().report().reasons()));
    return reasons;
  }

  private static String verdict(Optional<Seen> older, Seen newer, Report report) {
    return "audit: %s in %s%s"
        .formatted(
            newer.verdict().map(Verdict::word).orElse(""),
            Count.of(report.observed().map(shown -> shown.trials().size()).orElse(0), "trial"),
            older
                .map(one ->
                    one.verdict()
                        .map(before -> "; " + before.word() + " before")
                        .orElse("; the release before was not audited"))
                .orElse(""));
  }
}
