package dev.candor.audit.observed;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Purpose;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One trial in a line.
 *
 * @param number as signals name it
 * @param levels those that are not of the base
 * @param purpose why it was run, as {@code replicate}
 * @param end how it ended, as {@code status 0}; for one that did not run the reason
 * @param requests that it made
 */
public record ObservedTrial(
    int number, SortedMap<String, String> levels, String purpose, String end, int requests) {
  /** The purpose of fresh trials. */
  static final String CONFIRMATION = Purpose.CONFIRMATION;

  public ObservedTrial {
    levels = new TreeMap<>(Map.copyOf(levels));
  }

  /** Whether it was run to see again what others had shown. */
  public boolean isFresh() {
    return purpose.equals(CONFIRMATION);
  }

  /** The levels of some factors, as signals and codebooks name them. */
  public SortedMap<String, String> of(Collection<String> factors) {
    return Environment.differing(levels).of(factors);
  }
}
