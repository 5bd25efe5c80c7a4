package dev.candor.campaign.simulate;

import java.util.Optional;

/** An account, and what it does. */
interface Actor {
  Kind kind();

  /** The campaign that it belongs to. */
  default Optional<String> campaign() {
    return Optional.empty();
  }

  /** When it was opened, in milliseconds since 1970. */
  long created();

  /** Before when it does nothing, in milliseconds since 1970. */
  default long begins() {
    return created();
  }

  /** How much it does, beside others of the same part of the population. */
  double volume();

  /** How much of that it does on a day, beside its other days; the same at each call. */
  double weight(int day);

  /**
   * Does so much on a day.
   *
   * @param row to fill in; its account is set
   */
  void act(int day, int count, Draw draw, Row row, Sink sink);
}
