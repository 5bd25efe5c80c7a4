package dev.candor.specimens.twin;

import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/**
 * An innocent program that resembles one of the others at first sight. A new one is a new class
 * with {@code @AutoService}.
 */
public interface Twin {
  /** Lower case with dashes; part of the specimen's name. */
  String name();

  /** False when it changes what the program sends. */
  default boolean library() {
    return true;
  }

  /** Declares the innocent code in {@code js}. */
  Innocent make(Slots usual, Js js);
}
