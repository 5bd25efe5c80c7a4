package dev.candor.core;

import java.util.List;
import java.util.Optional;

/**
 * What a probe's value is compared with.
 *
 * @param values the constants, in the order of the code; those of the table, where it is one
 * @param table id of the hidden table that holds the values; empty for constants in clear
 * @param location the comparison in the code
 */
public record Comparison(
    Match match, List<String> values, Optional<String> table, Location location) {
  public Comparison {
    values = List.copyOf(values);
  }
}
