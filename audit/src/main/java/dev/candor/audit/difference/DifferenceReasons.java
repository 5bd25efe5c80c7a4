package dev.candor.audit.difference;

import dev.candor.audit.FlowWords;
import dev.candor.audit.Report;
import dev.candor.core.Count;
import dev.candor.core.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A difference in plain sentences. */
final class DifferenceReasons {
  private DifferenceReasons() {}

  static List<String> of(Difference difference) {
    List<String> reasons = new ArrayList<>(headlines(difference));
    counted("appeared", Delta::appeared, difference, reasons);
    counted("changed", Delta::changed, difference, reasons);
    counted("vanished", Delta::vanished, difference, reasons);
    unread("the old", difference.older(), reasons);
    unread("the new", difference.newer(), reasons);
    return reasons;
  }

  static List<String> headlines(Difference difference) {
    List<String> headlines = new ArrayList<>();
    Delta<Flow> flows = difference.mechanism().flows();
    covert("appeared", flows.appeared(), headlines);
    covert("changed", flows.changed().stream().map(Delta.Change::newer).toList(), headlines);
    covert("vanished", difference.gone().flows().vanished(), headlines);
    if (flows.isEmpty()) {
      covert(
          difference.mechanism().isEmpty() ? "unchanged" : "changed in what it uses",
          difference.unchangedCovertFlows(),
          headlines);
    }
    if (difference.isEmpty()) {
      headlines.add("no difference in tables, probes, encoders and flows");
    } else if (headlines.isEmpty()) {
      headlines.add("no covert flow appeared or vanished");
    }
    return headlines;
  }

  private static void covert(String verb, List<Flow> flows, List<String> headlines) {
    if (!flows.isEmpty()) {
      headlines.add(
          "%s: %s; %s"
              .formatted(
                  verb,
                  flows.size() == 1 ? "a covert flow" : flows.size() + " covert flows",
                  FlowWords.dependence(flows)));
    }
  }

  /** Beside the covert flows, which the headlines count. */
  private static void counted(
      String verb, Function<Delta<?>, List<?>> which, Difference difference, List<String> reasons) {
    List<String> counts = new ArrayList<>();
    count(counts, difference, f -> which.apply(f.tables()), "hidden table");
    count(counts, difference, f -> which.apply(f.unreadable()), "unreadable table");
    count(counts, difference, f -> which.apply(f.encoders()), "encoder");
    count(counts, difference, f -> which.apply(f.probes()), "probe");
    int explained = which.apply(difference.rest().flows()).size();
    if (explained > 0) {
      counts.add(Count.of(explained, "explained flow"));
    }
    if (!counts.isEmpty()) {
      reasons.add(verb + ": " + String.join(", ", counts));
    }
  }

  private static void count(
      List<String> counts, Difference difference, Function<Deltas, List<?>> which, String noun) {
    int count =
        Stream.of(difference.mechanism(), difference.gone(), difference.rest())
            .mapToInt(findings -> which.apply(findings).size())
            .sum();
    if (count > 0) {
      counts.add(Count.of(count, noun));
    }
  }

  private static void unread(String which, Report report, List<String> reasons) {
    int unseen = report.findings().notSeen().size();
    if (unseen > 0) {
      reasons.add("not everything was read of " + which + ": " + Count.of(unseen, "omission"));
    }
  }
}
