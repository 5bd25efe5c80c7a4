package dev.candor.core.mechanism;

import java.util.List;

/**
 * When an artifact marks nothing although conditions hold.
 *
 * @param closed any of these closes it; each has at least one condition
 * @param complete whether nothing else is known to close it
 */
public record Gate(List<Truths> closed, boolean complete) {
  /** Nothing closes it. */
  public static final Gate OPEN = new Gate(List.of(), true);

  /** Whether something closes it is not known. */
  public static final Gate UNKNOWN = new Gate(List.of(), false);

  /** Whether nothing is marked. */
  public enum State {
    OPEN,
    CLOSED,
    UNKNOWN
  }

  public Gate {
    closed = List.copyOf(closed);
    if (closed.stream().anyMatch(truths -> truths.values().isEmpty())) {
      throw new IllegalArgumentException("has a gate that is always closed");
    }
  }

  /** What is known of it. That {@link #complete} is false counts for nothing here. */
  public State state(Truths truths) {
    if (closed.stream().anyMatch(truths::implies)) {
      return State.CLOSED;
    }
    return closed.stream().anyMatch(one -> one.agreesWith(truths)) ? State.UNKNOWN : State.OPEN;
  }
}
