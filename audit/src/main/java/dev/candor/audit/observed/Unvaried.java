package dev.candor.audit.observed;

import dev.candor.audit.FlowWords;
import dev.candor.core.Count;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.LevelClass;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Untried;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which factors no trial varied, so that nobody knows whether anything depends on them. */
final class Unvaried {
  private Unvaried() {}

  /** Names factors, and counts environment variables, of which code may read hundreds. */
  static Optional<String> sentence(Finished finished) {
    NavigableSet<String> left = new TreeSet<>(known(finished));
    finished.observations().stream()
        .filter(one -> one.outcome() instanceof Observation.Ran)
        .forEach(one -> left.removeAll(one.planned().environment().differing().keySet()));
    List<String> named = new ArrayList<>();
    left.stream().filter(one -> !one.startsWith(Environment.VARIABLE)).forEach(named::add);
    int variables = left.size() - named.size();
    if (variables > 0) {
      named.add(Count.of(variables, "environment variable") + " that the code reads");
    }
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "What depends on factors that were never varied: " + FlowWords.listed(named) + ".");
  }

  /** What the design tried or left out, be it of a class or by itself. */
  private static NavigableSet<String> known(Finished finished) {
    NavigableSet<String> known = new TreeSet<>();
    finished.design().untried().stream().map(Untried::factor).forEach(known::add);
    finished.design().classes().stream().map(LevelClass::factor).forEach(known::add);
    Stream.concat(
            finished.design().trials().stream(),
            finished.observations().stream().map(Observation::planned))
        .map(Planned::environment)
        .forEach(environment -> known.addAll(environment.differing().keySet()));
    return known;
  }
}
