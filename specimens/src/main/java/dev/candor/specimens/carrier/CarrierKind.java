package dev.candor.specimens.carrier;

import dev.candor.specimens.js.Js;

/** One way to vary the traffic. A new way is a new class with {@code @AutoService}. */
public interface CarrierKind {
  /** Lower case with dashes; part of the specimen's name. */
  String name();

  /**
   * Changes what the program sends when the outcome is true.
   *
   * @param usual what it sends otherwise
   */
  Carried carry(Slots usual, Outcome outcome, Js js);

  /** Whether a reader of the traffic would not notice. */
  default boolean covert() {
    return true;
  }
}
