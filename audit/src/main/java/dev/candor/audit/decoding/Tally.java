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
    List<Said> said =
        sighting.said().stream()
            .map(one -> new Said(one.mark(), one.symbol(), Optional.empty()))
            .toList();
    counts
        .computeIfAbsent(new Key(sighting.mechanism(), sighting.carrier(), said), _ -> new Count())
        .add(sighting);
  }

  List<Sighting> kept() {
    return kept;
  }

  long more() {
    return more;
  }

  List<Meaning> meanings() {
    return counts.entrySet().stream()
        .map(one -> one.getValue().meaning(one.getKey()))
        .sorted(Comparator.comparing(Meaning::marked).thenComparingLong(Meaning::count).reversed())
        .toList();
  }

  private record Key(Mechanism mechanism, Carrier carrier, List<Said> said) {}

  private static final class Count {
    private long count;
    private long doubtful;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    void add(Sighting sighting) {
      count++;
      doubtful += sighting.inDoubt() ? 1 : 0;
      Optional<Instant> time = sighting.time();
      if (time.isPresent()) {
        first = first.filter(one -> !one.isAfter(time.get())).or(() -> time);
        last = last.filter(one -> !one.isBefore(time.get())).or(() -> time);
      }
    }

    Meaning meaning(Key key) {
      return new Meaning(key.mechanism, key.carrier, key.said, count, doubtful, first, last);
    }
  }
}
