package dev.candor.specimens;

import java.util.List;

/**
 * What decides whether a specimen marks its traffic.
 *
 * @param name of the kind, as {@code endpoint-suffix}
 * @param joint true when all conditions must hold; false when each one marks by itself
 */
public record Trigger(String name, List<Condition> conditions, boolean joint) {
  public Trigger {
    conditions = List.copyOf(conditions);
  }
}
