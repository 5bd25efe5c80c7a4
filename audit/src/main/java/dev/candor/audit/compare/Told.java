package dev.candor.audit.compare;

import dev.candor.audit.observed.Observed;
import dev.candor.lab.receipt.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fact that a tool tells at one place.
 *
 * @param fact what it is about, as {@code hostname}
 * @param only the value that was seen there, where it is not that of the base environment
 */
public record Told(String fact, Place place, Optional<String> only) {
  /** What an experiment showed: each fact and place once, in the order of the receipt. */
  public static List<Told> of(Observed observed) {
    return of(observed.receipt(), Tried.of(observed.trials()));
  }

  /** Each fact and place once, in the order of the receipt. */
  static List<Told> of(Receipt receipt, Tried tried) {
    Map<Told, Optional<String>> all = new LinkedHashMap<>();
    for (Receipt.Entry entry : receipt.entries()) {
      String value = entry.fact().value();
      Optional<String> only =
          tried.has(entry.fact().factor(), value) ? Optional.of(value) : Optional.empty();
      all.merge(
          new Told(entry.fact().factor(), Place.of(entry), Optional.empty()),
          only,
          (one, other) -> other.isEmpty() ? other : one);
    }
    Set<Told> twins = twins(all.keySet(), tried);
    List<Told> told = new ArrayList<>();
    all.forEach((one, only) -> {
      if (!twins.contains(one)) {
        told.add(new Told(one.fact(), one.place(), only));
      }
    });
    return told;
  }

  /**
   * Whether it may stand there anyway: what the base has of this fact was not seen there, and only
   * another value, which may be an ordinary word.
   */
  public boolean isDoubtful() {
    return only.isPresent() && Tried.inBase(fact);
  }

  /** The same without what was seen of its values. */
  Told bare() {
    return new Told(fact, place, Optional.empty());
  }

  /**
   * What a host is told anyway: some trials had this host as the endpoint, and then what went there
   * counts for the endpoint.
   */
  private static Set<Told> twins(Set<Told> all, Tried tried) {
    return all.stream()
        .filter(one -> !one.place().isEndpoint())
        .filter(one -> tried.has("endpoint", one.place().destination()))
        .map(one -> new Told(one.fact(), one.place().at(Observed.ENDPOINT), Optional.empty()))
        .collect(Collectors.toSet());
  }
}
