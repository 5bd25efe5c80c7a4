package dev.candor.cli.recall;

import dev.candor.core.Comparison;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import java.util.List;

/** Whether the scan finds what a specimen reads, and what it compares it with. */
final class ProbeRecall {
  private static final String GATE = "gate";

  private ProbeRecall() {}

  static void judge(Examined one, Tally tally) {
    Label label = one.specimen().label();
    StaticFindings findings = one.findings();
    for (Condition condition : compared(label)) {
      List<Probe> probes =
          findings.probes().stream()
              .filter(probe -> same(probe.factor(), condition.factor()))
              .toList();
      tally.wanted(Measure.PROBES, !probes.isEmpty(), "probe of " + condition.factor());
      List<Comparison> compares =
          probes.stream().flatMap(probe -> probe.compares().stream()).toList();
      boolean fits = new ComparisonFit(compares, one).fits(condition, label);
      tally.wanted(Measure.COMPARED, fits, "comparison: " + told(condition));
    }
    for (Probe probe : findings.probes()) {
      boolean right = label.reads().stream().anyMatch(factor -> same(factor, probe.factor()));
      tally.reported(
          Measure.PROBES,
          right,
          "probe of " + probe.factor() + ", " + probe.reads() + " at " + probe.location());
    }
  }

  /** What the label says that the specimen compares; a gate only switches the rest. */
  static List<Condition> compared(Label label) {
    return label.trigger().stream()
        .flatMap(trigger -> trigger.conditions().stream())
        .filter(condition -> !condition.factor().equals(GATE))
        .toList();
  }

  /** The names of files in the work folder tell of both. */
  static boolean same(String one, String other) {
    return folder(one).equals(folder(other));
  }

  private static String folder(String factor) {
    return factor.equals("repository") ? "workdir" : factor;
  }

  private static String told(Condition condition) {
    return "%s %s %d values from %s on"
        .formatted(
            condition.factor(),
            condition.match(),
            condition.values().size(),
            condition.values().getFirst());
  }
}
