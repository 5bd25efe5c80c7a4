package dev.candor.core.mechanism;

import dev.candor.core.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is so or not in an environment.
 *
 * @param id by which codebooks name it, as {@code zone}
 * @param factor whose level is looked at, as {@code timezone}; {@code variable:NAME} for an
 *     environment variable
 * @param part of the level
 * @param match how it is compared
 * @param values it holds when one of them matches; none for {@link Match#PRESENCE}
 */
public record Condition(String id, String factor, Part part, Match match, List<String> values) {
  /** No table that a tool holds is nearly as long. */
  public static final int MOST_VALUES = 100_000;

  public static final int LONGEST_VALUE = 1000;

  /** What of a level is compared. */
  public enum Part {
    WHOLE("whole"),
    /** A URL's host in lower case, without a port. */
    HOST("host"),
    /** The same with a port that is not the scheme's own. */
    HOST_AND_PORT("host and port");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** As files write it. */
    public String word() {
      return word;
    }
  }

  /**
   * @throws IllegalArgumentException if the values do not fit the match
   */
  public Condition {
    values = List.copyOf(values);
    if (values.isEmpty() != (match == Match.PRESENCE)) {
      throw new IllegalArgumentException(
          match == Match.PRESENCE
              ? "has values for the condition " + id + ", which asks for presence only"
              : "has no values for the condition " + id);
    }
    if (values.size() > MOST_VALUES
        || values.stream().anyMatch(value -> value.isEmpty() || value.length() > LONGEST_VALUE)) {
      throw new IllegalArgumentException(
          "has a value for the condition "
              + id
              + " that is empty or over "
              + LONGEST_VALUE
              + " characters long, or over "
              + MOST_VALUES
              + " values");
    }
    Set<String> different = new HashSet<>(values);
    if (different.size() < values.size()) {
      throw new IllegalArgumentException("has a value twice for the condition " + id);
    }
    for (String value : values) {
      Comparing.check(match, value);
    }
  }

  /** One that looks at the whole level. */
  public Condition(String id, String factor, Match match, List<String> values) {
    this(id, factor, Part.WHOLE, match, values);
  }

  /**
   * Whether it holds.
   *
   * @param level what the factor is; empty where it is not there
   */
  public boolean holds(Optional<String> level) {
    return level.flatMap(this::compared).filter(this::matches).isPresent();
  }

  /** What of a level is compared; empty where the level has no such part. */
  public Optional<String> compared(String level) {
    return switch (part) {
      case WHOLE -> Optional.of(level);
      case HOST -> Host.of(level).map(Host::name);
      case HOST_AND_PORT -> Host.of(level).map(Host::nameAndPort);
    };
  }

  /** The values that match, in their order; of {@link Match#PRESENCE} none. */
  public List<String> matching(String level) {
    return compared(level)
        .map(
            part -> values.stream().filter(value -> Comparing.matches(match, part, value)).toList())
        .orElse(List.of());
  }

  private boolean matches(String text) {
    return match == Match.PRESENCE
        ? !text.isEmpty()
        : values.stream().anyMatch(value -> Comparing.matches(match, text, value));
  }
}
