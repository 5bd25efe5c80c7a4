package dev.candor.specimens.shape;

import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.js.Js;

/**
 * One way from the outcome of a check to the text that hangs on it. A new way is a new class with
 * {@code @AutoService}.
 */
public interface Shape {
  /** Lower case with dashes. */
  String name();

  /**
   * Declares what hands on the outcome.
   *
   * @param check an expression that is true or false, wherever it stands
   * @return an expression of the same value, for the slots
   */
  String hand(String check, Js js);

  /** Whether that expression can stand anywhere; else only in what {@link #deliver} gives. */
  default boolean everywhere() {
    return true;
  }

  /**
   * Declares what a slot needs to know the outcome, if anything.
   *
   * @param expression for the slot, over what {@link #hand} gave
   * @return the expression to stand there instead
   */
  default String deliver(String check, Slot slot, String expression, Js js) {
    return expression;
  }
}
