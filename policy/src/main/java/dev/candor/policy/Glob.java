package dev.candor.policy;

import java.util.BitSet;

/**
 * A pattern of names or paths: {@code *} is any run of characters within a step, {@code **} any run
 * at all, {@code ?} one character within a step. Matching takes at most the product of both
 * lengths, whatever the pattern is.
 *
 * @param text the pattern
 */
public record Glob(String text) {
  /** Characters of a pattern. */
  public static final int LONGEST = 500;

  /** What is longer matches no pattern but {@code **}. */
  private static final int LONGEST_NAME = 8_192;

  private static final char STEP = '/';

  /**
   * @throws IllegalArgumentException if it is empty or too long
   */
  public Glob {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("is a pattern of 1 to " + LONGEST + " characters");
    }
  }

  /** Whether all of that name is as the pattern has it. */
  public boolean matches(String name) {
    if (text.equals("**")) {
      return true;
    }
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    // Which parts of the pattern may come next, all at once.
    BitSet next = new BitSet(text.length() + 1);
    reach(next, 0);
    for (int i = 0; i < name.length() && !next.isEmpty(); i++) {
      next = after(next, name.charAt(i));
    }
    return next.get(text.length());
  }

  private BitSet after(BitSet places, char c) {
    BitSet next = new BitSet(text.length() + 1);
    for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
      if (at == text.length()) {
        continue;
      }
      switch (text.charAt(at)) {
        case '*' -> {
          if (c != STEP || isDouble(at)) {
            reach(next, at);
          }
        }
        case '?' -> {
          if (c != STEP) {
            reach(next, at + 1);
          }
        }
        default -> {
          if (text.charAt(at) == c) {
            reach(next, at + 1);
          }
        }
      }
    }
    return next;
  }

  /** A star may stand for nothing. */
  private void reach(BitSet places, int from) {
    int at = from;
    places.set(at);
    while (at < text.length() && text.charAt(at) == '*') {
      at += isDouble(at) ? 2 : 1;
      places.set(at);
    }
  }

  private boolean isDouble(int at) {
    return at + 1 < text.length() && text.charAt(at + 1) == '*';
  }

  @Override
  public String toString() {
    return text;
  }
}
