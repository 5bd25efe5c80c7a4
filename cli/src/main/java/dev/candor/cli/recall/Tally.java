package dev.candor.cli.recall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts one specimen. */
final class Tally {
  private final String specimen;
  private final Map<Measure, Count> counts = new EnumMap<>(Measure.class);
  private final List<String> remarks = new ArrayList<>();

  Tally(String specimen) {
    this.specimen = specimen;
  }

  /** Something that the label wants. */
  void wanted(Measure measure, boolean found, String what) {
    add(measure, new Count(1, found ? 1 : 0, 0, 0));
    if (!found) {
      remark("missed", what);
    }
  }

  /** Something that the scan reports. */
  void reported(Measure measure, boolean right, String what) {
    add(measure, new Count(0, 0, 1, right ? 0 : 1));
    if (!right) {
      remark("false", what);
    }
  }

  Score score() {
    return new Score(1, counts, remarks);
  }

  private void add(Measure measure, Count count) {
    counts.merge(measure, count, Count::plus);
  }

  private void remark(String judgement, String what) {
    remarks.add("%-7s %s: %s".formatted(judgement, specimen, what));
  }
}
