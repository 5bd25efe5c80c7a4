package dev.candor.specimens.carrier;

import dev.candor.specimens.js.Js;

/**
 * What a carrier asks for.
 *
 * @param code an expression that is true or false, for the slots
 * @param everywhere whether it can stand in other functions too
 */
public record Outcome(String code, boolean everywhere) {
  /** The parameter, if any, of a function that needs the outcome. */
  String parameter() {
    return everywhere ? "" : "given";
  }

  /** The outcome inside of that function. */
  String inside(Js js) {
    return everywhere ? code : js.name("given");
  }

  /** What a slot hands to that function. */
  String argument() {
    return everywhere ? "" : code;
  }
}
