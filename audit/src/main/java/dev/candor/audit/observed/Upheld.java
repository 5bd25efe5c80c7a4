package dev.candor.audit.observed;

import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.inference.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of that which an inference shows fresh trials uphold.
 *
 * @param signals that were seen again, what a reader would not notice first
 * @param unconfirmed what was not, or was seen too seldom for it
 */
record Upheld(List<Confirmed> signals, List<Signal> unconfirmed) {
  /**
   * @param inference from all these observations
   * @param confirming which asked for the fresh ones
   */
  static Upheld of(
      List<Observation> observations, Inference inference, Confirming confirming, long seed) {
    List<Traffic> traffic = Traces.of(observations);
    List<Signal> tried = new ArrayList<>(inference.signals());
    List<Signal> unconfirmed = new ArrayList<>();
    for (Signal candidate : inference.candidates()) {
      (confirming.hasTried(candidate) ? tried : unconfirmed).add(candidate);
    }
    List<Confirmed> confirmed = new ArrayList<>();
    for (Signal signal : tried) {
      Confirming.Again again = confirming.again(signal);
      Set<Integer> fresh = fresh(observations, again.since());
      Corroboration shown = Corroboration.of(signal, traffic, fresh, seed);
      if (shown.p() <= again.level()) {
        confirmed.add(new Confirmed(signal, shown));
      } else {
        unconfirmed.add(signal);
      }
    }
    confirmed.sort(Comparator.comparingInt(one -> Concluding.rank(one.signal())));
    unconfirmed.sort(Comparator.comparingInt(Concluding::rank));
    return new Upheld(confirmed, unconfirmed);
  }

  private static Set<Integer> fresh(List<Observation> observations, int since) {
    return observations.stream()
        .map(Observation::planned)
        .filter(planned -> planned.purpose() instanceof Purpose.Confirmation)
        .map(Planned::number)
        .filter(number -> number > since)
        .collect(Collectors.toSet());
  }
}
