package dev.candor.lab.receipt;

/**
 * Something that is so in a trial's environment.
 *
 * @param factor what it is about, as {@code hostname}
 * @param value chosen so that it is nowhere by chance
 */
public record Fact(String factor, String value) {
  /** Shorter values are everywhere. */
  public static final int SHORTEST = 4;

  public Fact {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException("a fact that cannot be told from chance: " + factor);
    }
  }
}
