package dev.candor.audit;

import dev.candor.core.Comparison;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What a probe is compared with, one value at a time and without the place: it is the same whether
 * code asks for two values at once or one after the other.
 *
 * @param value a constant; empty for a table, and where the match has no value
 * @param table id of a hidden table
 */
public record Compared(Match match, Optional<String> value, Optional<String> table) {
  /** Of all comparisons of the probe, each once, in their order. */
  public static SequencedSet<Compared> of(Probe probe) {
    SequencedSet<Compared> all = new LinkedHashSet<>();
    probe.compares().forEach(comparison -> all.addAll(of(comparison)));
    return all;
  }

  private static List<Compared> of(Comparison comparison) {
    Match match = comparison.match();
    if (comparison.table().isPresent() || comparison.values().isEmpty()) {
      return List.of(new Compared(match, Optional.empty(), comparison.table()));
    }
    return comparison.values().stream()
        .map(value -> new Compared(match, Optional.of(value), Optional.empty()))
        .toList();
  }
}
