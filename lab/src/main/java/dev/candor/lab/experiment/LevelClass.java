package dev.candor.lab.experiment;

import java.util.List;

/**
 * Levels of a factor of which it is presumed that a tool treats them alike. Trials of some say
 * something of the others as far as that holds: {@link Sample}.
 *
 * @param name as a report may say it
 * @param candidates none twice
 */
public record LevelClass(String factor, String name, Origin origin, List<Candidate> candidates) {
  /** From where a class is. */
  public enum Origin {
    /** Ordinary levels that differ much. */
    CONTRAST,
    /** Found in the tool's code. */
    RECOVERED,
    /** Matched by two of what was found. */
    COMBINED,
    /** Known from elsewhere: what a list that cannot be read may hold. */
    DICTIONARY
  }

  public LevelClass {
    candidates = List.copyOf(candidates);
  }

  public List<String> levels() {
    return candidates.stream().map(Candidate::level).toList();
  }
}
