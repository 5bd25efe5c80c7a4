package dev.candor.lab.experiment;

import dev.candor.core.Match;
import java.util.List;

/**
 * What a reading of the code has shown to be compared with a factor: a hidden table, or constants.
 *
 * @param values in the order of the code; empty for a match that needs none
 */
public record Recovered(String factor, List<String> values, Match match) {
  public Recovered {
    values = List.copyOf(values);
  }
}
