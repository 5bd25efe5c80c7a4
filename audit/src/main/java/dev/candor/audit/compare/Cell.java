package dev.candor.audit.compare;

import java.util.List;

/** What one tool has in a row. */
public sealed interface Cell<T> {
  /**
   * It was seen.
   *
   * @param what at least one
   */
  record Seen<T>(List<T> what) implements Cell<T> {
    public Seen {
      what = List.copyOf(what);
    }
  }

  /** It was looked for and not seen. */
  record NotSeen<T>() implements Cell<T> {}

  /** No trial could have shown it. */
  record NotTried<T>() implements Cell<T> {}

  /** All that was seen. */
  default List<T> seen() {
    return switch (this) {
      case Seen<T>(var what) -> what;
      case NotSeen<T> _, NotTried<T> _ -> List.of();
    };
  }
}
