package dev.candor.fleet.collect;

import java.util.Optional;

/** What became of an inventory that was to be sent. */
public sealed interface Sending {
  /** The service has it on disk. */
  record Acknowledged() implements Sending {}

  /**
   * The service does not want this one, and would not later.
   *
   * @param why what it said, visible characters only
   */
  record Refused(String why) implements Sending {}

  /**
   * It was not reached, could not take it, or does not know the token; a later try may do.
   *
   * @param why in words
   */
  record Failed(String why) implements Sending {}

  /** Why it is not there; empty where it is. */
  default Optional<String> reason() {
    return switch (this) {
      case Acknowledged() -> Optional.empty();
      case Refused(String why) -> Optional.of(why);
      case Failed(String why) -> Optional.of(why);
    };
  }
}
