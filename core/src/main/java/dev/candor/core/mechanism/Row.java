package dev.candor.core.mechanism;

/**
 * One line of a codebook.
 *
 * @param when where it applies; conditions that are left out do not matter
 * @param symbol what is sent then; may be empty
 */
public record Row(Truths when, String symbol) {
  public static final int LONGEST_SYMBOL = 256;

  public Row {
    if (symbol.length() > LONGEST_SYMBOL) {
      throw new IllegalArgumentException("has a symbol of over " + LONGEST_SYMBOL + " characters");
    }
  }
}
