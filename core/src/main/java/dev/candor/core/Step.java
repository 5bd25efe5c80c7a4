package dev.candor.core;

import java.util.Locale;

/**
 * One step of a flow.
 *
 * @param snippet the code, indented anew and shortened
 * @param why it is thought to follow from the steps before it, in plain words
 */
public record Step(Kind kind, Location location, String snippet, String why) {
  /** What happens in a step. */
  public enum Kind {
    /** The environment is read. */
    PROBE,
    /** What was read is compared. */
    COMPARISON,
    /** The outcome is handed on: by a variable, a field, an argument, a result. */
    PASS,
    /** The outcome picks a rendering. */
    ENCODER,
    /** The rendering becomes part of a text. */
    TEXT,
    /** The text becomes part of a prompt or a request. */
    REQUEST;

    /** As reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
