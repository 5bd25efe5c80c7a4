package dev.candor.specimens.trigger;

import dev.candor.specimens.Condition;
import java.util.List;

/**
 * A trigger in code.
 *
 * @param conditions all must hold
 * @param unreadable lists of digests that the code holds
 */
public record Wired(List<Condition> conditions, List<List<String>> unreadable) {
  public Wired {
    conditions = List.copyOf(conditions);
    unreadable = List.copyOf(unreadable);
  }

  Wired(Condition... conditions) {
    this(List.of(conditions), List.of());
  }
}
