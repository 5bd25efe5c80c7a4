package dev.candor.fleet.inventory.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was left out, and why. Used by many threads. */
final class Unseen {
  /** Places that are named for one reason; the others are counted. */
  private static final int MOST_PLACES = 50;

  /** Reasons hold text of the system's, and could be many. */
  private static final int MOST_REASONS = 100;

  private final Map<String, Places> byReason = new TreeMap<>();

  private record Places(List<String> named, long[] count) {}

  synchronized void add(String place, String reason) {
    String kept = byReason.size() < MOST_REASONS || byReason.containsKey(reason) ? reason : "other";
    Places places =
        byReason.computeIfAbsent(kept, key -> new Places(new ArrayList<>(), new long[1]));
    places.count[0]++;
    if (places.named.size() < MOST_PLACES) {
      places.named.add(place);
    }
  }

  /** In sentences, sorted. */
  synchronized List<String> sentences() {
    return byReason.entrySet().stream()
        .flatMap(entry -> {
          List<String> named = entry.getValue().named.stream().sorted().toList();
          long more = entry.getValue().count[0] - named.size();
          return Stream.concat(
              named.stream().map(place -> place + ": " + entry.getKey()),
              more > 0 ? Stream.of("and " + more + " more: " + entry.getKey()) : Stream.empty());
        })
        .toList();
  }
}
