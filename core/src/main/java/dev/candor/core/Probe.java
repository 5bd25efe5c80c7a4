package dev.candor.core;

import java.util.List;

/**
 * A place where the artifact reads a factor of its environment.
 *
 * @param factor as {@code timezone} or {@code endpoint}
 * @param reads what is read, in the words of the platform and without names of the artifact's own,
 *     as {@code process.env.ANTHROPIC_BASE_URL}
 * @param compares what the value is seen to be compared with, each once
 * @param places where it is read, each an expression; those with the same comparisons are joined
 */
public record Probe(String factor, String reads, List<Comparison> compares, List<Location> places) {
  public Probe {
    compares = List.copyOf(compares);
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a probe stands somewhere");
    }
  }

  public Location location() {
    return places.getFirst();
  }
}
