package dev.candor.lab.experiment;

import java.util.List;

/**
 * A level that can be tried.
 *
 * @param entries for what it stands: one entry of a list, or several that the one level matches;
 *     itself where it is from no list
 */
public record Candidate(String level, List<String> entries) {
  public Candidate {
    entries = List.copyOf(entries);
  }

  static Candidate of(String level) {
    return new Candidate(level, List.of(level));
  }
}
