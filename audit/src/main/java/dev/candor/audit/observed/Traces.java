package dev.candor.audit.observed;

import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.inference.Traffic;
import java.util.List;
import java.util.stream.Stream;

/** From what the laboratory observed to what inference reads. */
final class Traces {
  private Traces() {}

  /** The traffic of the trials in which the tool ran. */
  static List<Traffic> of(List<Observation> observations) {
    return observations.stream().flatMap(Traces::of).toList();
  }

  private static Stream<Traffic> of(Observation observation) {
    return switch (observation.outcome()) {
      case Ran(var result) ->
          Stream.of(
              new Traffic(
                  observation.planned().number(),
                  observation.planned().environment(),
                  result.exchanges()));
      case Failed _ -> Stream.empty();
    };
  }
}
