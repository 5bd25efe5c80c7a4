package dev.candor.cli.recall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the scan did on some specimens.
 *
 * @param specimens how many
 * @param counts by measure; none for what was not measured
 * @param remarks what was missed and what is wrong, a line each
 */
public record Score(int specimens, Map<Measure, Count> counts, List<String> remarks) {
  static final Score NONE = new Score(0, Map.of(), List.of());

  public Score {
    counts = Map.copyOf(counts);
    remarks = List.copyOf(remarks);
  }

  /** All that is measured beside tables, of one specimen. */
  public static Score of(Examined one) {
    Tally tally = new Tally(one.specimen().name());
    ProbeRecall.judge(one, tally);
    EncoderRecall.judge(one, tally);
    FlowRecall.judge(one, tally);
    return tally.score();
  }

  public Count count(Measure measure) {
    return counts.getOrDefault(measure, Count.NONE);
  }

  Score plus(Score other) {
    Map<Measure, Count> sum = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      sum.put(measure, count(measure).plus(other.count(measure)));
    }
    return new Score(
        specimens + other.specimens,
        sum,
        Stream.concat(remarks.stream(), other.remarks.stream()).toList());
  }
}
