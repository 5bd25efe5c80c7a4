package dev.candor.specimens.carrier;

/** A place in the program where an expression stands. */
public enum Slot {
  /** First sentence of the prompt. */
  PERSONA(""),
  /** Sentence with the day, over {@code @now}, a Date, and {@code @isoDay}, a function of it. */
  DATE("now"),
  /** Last sentence of the prompt. */
  CLOSING(""),
  /** An object of header names and values. */
  HEADERS(""),
  /** Text of the request's body, over {@code @systemText}, {@code @messages}, {@code @tools}. */
  BODY("systemText, messages"),
  /** Text of a tool's result in the second request, over {@code @listing}. */
  RESULT("listing");

  private final String parameters;

  Slot(String parameters) {
    this.parameters = parameters;
  }

  /** The words that only the slot's own function knows, parted by commas. */
  public String parameters() {
    return parameters;
  }
}
