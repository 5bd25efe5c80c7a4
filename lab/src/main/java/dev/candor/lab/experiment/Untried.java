package dev.candor.lab.experiment;

import java.util.List;

/**
 * What an experiment leaves out.
 *
 * @param values of the factor, or entries of a list; may hold hostile text
 * @param reason for people
 */
public record Untried(String factor, List<String> values, String reason) {
  public Untried {
    values = List.copyOf(values);
  }
}
