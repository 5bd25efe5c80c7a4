package dev.candor.audit;

import java.util.List;

/**
 * Steps of a path or JSON pointer, of which {@code *} stands for any one, and {@code **} at the end
 * for whatever follows, be it nothing.
 */
public record Steps(List<String> steps) {
  private static final String ANY = "*";
  private static final String REST = "**";

  /**
   * @throws IllegalArgumentException if there is a {@code **} that is not at the end
   */
  public Steps {
    steps = List.copyOf(steps);
    if (steps.indexOf(REST) >= 0 && steps.indexOf(REST) < steps.size() - 1) {
      throw new IllegalArgumentException("** stands at the end only");
    }
  }

  /** Whether these are such steps; what varies in them is a {@code *}. */
  public boolean matches(List<String> others) {
    boolean open = !steps.isEmpty() && steps.getLast().equals(REST);
    int named = open ? steps.size() - 1 : steps.size();
    if (open ? others.size() < named : others.size() != named) {
      return false;
    }
    for (int i = 0; i < named; i++) {
      if (!steps.get(i).equals(ANY) && !steps.get(i).equals(others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
