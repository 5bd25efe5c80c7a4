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

  private static final int FEWEST_SIGNS = 3;

  /** Whether such a value can be told from chance: zeros, say, stand everywhere. */
  public static boolean isTelling(String value) {
    return value.length() >= SHORTEST && value.chars().distinct().count() >= FEWEST_SIGNS;
  }

  public Fact {
    if (!isTelling(value)) {
      throw new IllegalArgumentException("a fact that cannot be told from chance: " + factor);
    }
  }
}
