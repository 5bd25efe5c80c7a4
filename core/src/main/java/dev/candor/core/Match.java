package dev.candor.core;

import java.util.Locale;

/** How an artifact compares what it read of its environment. */
public enum Match {
  EQUAL("equal"),
  /** Equal, or ends in a dot and the value, as a host below a domain does. */
  DOT_SUFFIX("equal or dot-suffix"),
  SUFFIX("suffix"),
  PREFIX("prefix"),
  SUBSTRING("substring"),
  /** A regular expression; the value is its source. */
  PATTERN("pattern"),
  /** A digest of what was read equals the value. */
  DIGEST("digest"),
  /** Set or not, empty or not; there is no value. */
  PRESENCE("presence"),
  /** Greater or smaller than a number. */
  RANGE("range");

  private final String word;

  Match(String word) {
    this.word = word;
  }

  /** As reports write it. */
  public String word() {
    return word;
  }

  /** The match that reports write so. */
  public static Match of(String word) {
    for (Match match : values()) {
      if (match.word.equals(word.toLowerCase(Locale.ROOT))) {
        return match;
      }
    }
    throw new IllegalArgumentException("no match is written " + word);
  }
}
