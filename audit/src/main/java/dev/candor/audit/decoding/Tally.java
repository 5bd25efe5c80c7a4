package dev.candor.audit.decoding;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mechanism;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts sightings by what they say, and keeps the first ones. */
final class Tally {
  private final int most;
  private final List<Sighting> kept = new ArrayList<>();
  private final Map<Key, Count> counts = new LinkedHashMap<>();
  private long more;

  /**
   * @param most how many are kept
   */
  Tally(int most) {
    this.most = most;
  }

  void add(Sighting sighting) {
    if (kept.size() < most) {
      kept.add(sighting);
    } else {
      more++;
    }
    // By names: hashing a mechanism would hash its hundreds of values for each sighting.
    Key key =
        new Key(
            sighting.mechanism().name(),
            sighting.carrier().id(),
            sighting.said().stream().map(one -> one.mark().slot() + "=" + one.symbol()).toList());
    counts.computeIfAbsent(key, _ -> new Count(sighting)).add(sighting);
  }

  List<Sighting> kept() {
    return kept;
  }

  long more() {
    return more;
  }

  List<Meaning> meanings() {
    return counts.values().stream()
        .map(Count::meaning)
        .sorted(Comparator.comparing(Meaning::marked).thenComparingLong(Meaning::count).reversed())
        .toList();
  }

  private record Key(String mechanism, String carrier, List<String> symbols) {}

  private static final class Count {
    private final Mechanism mechanism;
    private final Carrier carrier;
    private final List<Said> said;
    private long count;
    private long doubtful;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    Count(Sighting one) {
      mechanism = one.mechanism();
      carrier = one.carrier();
      said =
          one.said().stream()
              .map(each -> new Said(each.mark(), each.symbol(), Optional.empty()))
              .toList();
    }

    void add(Sighting sighting) {
      count++;
      doubtful += sighting.inDoubt() ? 1 : 0;
      Optional<Instant> time = sighting.time();
      if (time.isPresent()) {
        first = first.filter(one -> !one.isAfter(time.get())).or(() -> time);
        last = last.filter(one -> !one.isBefore(time.get())).or(() -> time);
      }
    }

    Meaning meaning() {
      return new Meaning(mechanism, carrier, said, count, doubtful, first, last);
    }
  }
}
