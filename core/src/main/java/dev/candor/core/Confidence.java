package dev.candor.core;

import java.util.Locale;

/** How sure it is that a flow's steps follow each other: told by rule, the weakest step decides. */
public enum Confidence {
  /** Each step follows by the language's own rules of scope, call and return. */
  FOLLOWED,
  /**
   * At least one step is taken on what code of that shape does: a function handed to an unknown
   * wrapper is called by it, an unknown function's result depends on its arguments.
   */
  ASSUMED,
  /** At least one step joins a property that is read with one of that name written elsewhere. */
  BY_NAME;

  /** As reports write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
