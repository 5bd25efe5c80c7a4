package dev.candor.audit.observed;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.ReceiptSearch;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.content.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One receipt of all trials: of a place and rendering the first value, and in how many it stood. A
 * level that is an ordinary word may stand in a text whatever the level is; that tells nothing.
 */
final class Receipts {
  private record Place(
      String factor, String destination, String request, String where, String rendering) {}

  private final ReceiptSearch search = new ReceiptSearch(request -> Content.of(request).bytes());

  private Receipts() {}

  static Receipt of(List<Observation> observations) {
    return new Receipts().receipt(observations);
  }

  private Receipt receipt(List<Observation> observations) {
    Map<Place, Receipt.Entry> places = new LinkedHashMap<>();
    Set<Environment> seen = new HashSet<>();
    for (Observation observation : observations) {
      Environment environment = observation.planned().environment();
      // The same environment once more has the same facts in the same places, or noise in others.
      if (observation.outcome() instanceof Ran(var result) && seen.add(environment)) {
        search(result, environment.scene().facts())
            .forEach(entry -> add(entry, environment, places));
      }
    }
    places.keySet().removeAll(byChance(observations, places));
    return new Receipt(new ArrayList<>(places.values()));
  }

  /** Where a level stands in the base environment too, of which it is not so. */
  private Set<Place> byChance(List<Observation> observations, Map<Place, Receipt.Entry> places) {
    Set<Place> chance = new HashSet<>();
    Optional<Observation> base =
        observations.stream()
            .filter(one -> one.outcome() instanceof Ran)
            .filter(one -> one.planned().environment().differing().isEmpty())
            .findFirst();
    if (base.isPresent() && base.get().outcome() instanceof Ran(var result)) {
      Environment environment = base.get().planned().environment();
      List<Fact> own = environment.scene().facts();
      List<Fact> others =
          places.values().stream()
              .map(Receipt.Entry::fact)
              .filter(fact -> !own.contains(fact))
              .distinct()
              .toList();
      for (Receipt.Entry entry : search(result, others)) {
        Map<Place, Receipt.Entry> there = new LinkedHashMap<>();
        add(entry, environment, there);
        there.keySet().stream()
            .filter(
                place -> places.containsKey(place) && places.get(place).fact().equals(entry.fact()))
            .forEach(chance::add);
      }
    }
    return chance;
  }

  private List<Receipt.Entry> search(TrialResult result, List<Fact> facts) {
    return search.of(result.exchanges(), result.lookups(), facts).entries();
  }

  private static void add(
      Receipt.Entry entry, Environment environment, Map<Place, Receipt.Entry> places) {
    Receipt.Entry one =
        new Receipt.Entry(
            entry.fact(),
            Observed.destination(environment, entry.destination()),
            entry.request(),
            entry.where().replaceAll("/\\d+(?=/|$)", "/*"),
            entry.rendering(),
            1);
    places.merge(
        new Place(
            entry.fact().factor(), one.destination(), one.request(), one.where(), one.rendering()),
        one,
        (before, again) ->
            new Receipt.Entry(
                before.fact(),
                before.destination(),
                before.request(),
                before.where(),
                before.rendering(),
                before.times() + 1));
  }
}
