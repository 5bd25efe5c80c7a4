package dev.candor.core;

import java.util.List;
import java.util.Optional;

/**
 * A chain from the environment to outgoing text: probe, comparison, encoder, text.
 *
 * @param factors on which the text depends, sorted
 * @param gates factors that only switch the dependence on or off, sorted
 * @param encoders the encoders that meet in the text
 * @param steps in the order in which the code takes them; those of several probes one after the
 *     other
 * @param confidence by the rule of {@link Confidence}
 * @param explained why a reader would expect it, as {@code the locale's own separator}; empty where
 *     a reader would not notice
 */
public record Flow(
    List<String> factors,
    List<String> gates,
    List<Encoder> encoders,
    List<Step> steps,
    Confidence confidence,
    Optional<String> explained) {
  public Flow {
    factors = List.copyOf(factors);
    gates = List.copyOf(gates);
    encoders = List.copyOf(encoders);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a flow has steps");
    }
  }

  /** Whether the chain is whole and nothing explains it. */
  public boolean covert() {
    return explained.isEmpty();
  }

  /** Where the text is put together or sent. */
  public Location end() {
    return steps.getLast().location();
  }
}
