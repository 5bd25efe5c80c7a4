package dev.candor.audit.exposure;

import java.util.List;

/** What a machine says for one factor. */
public sealed interface Reading {
  String factor();

  /**
   * It is there.
   *
   * @param levels as it is written first, then other names for the same
   * @param source where it was read, as {@code ANTHROPIC_BASE_URL}
   */
  record Found(String factor, List<String> levels, String source) implements Reading {
    public Found {
      levels = List.copyOf(levels);
    }

    public Found(String factor, String level, String source) {
      this(factor, List.of(level), source);
    }
  }

  /**
   * It is known not to be there.
   *
   * @param source where it was looked for
   */
  record Absent(String factor, String source) implements Reading {}

  /** It cannot be read here. */
  record Unreadable(String factor, String why) implements Reading {}
}
