package dev.candor.core;

import java.util.List;

/**
 * Code that picks between renderings that look alike.
 *
 * @param alternatives what it picks from, the first as the code has it first; for {@link
 *     Form#ORDER} the member names of each, joined by commas
 * @param factors on which the choice is seen to depend, sorted; empty where that was not followed
 * @param location the expression or function that picks
 */
public record Encoder(
    Form form, List<String> alternatives, List<String> factors, Location location) {
  public Encoder {
    alternatives = List.copyOf(alternatives);
    factors = List.copyOf(factors);
  }
}
