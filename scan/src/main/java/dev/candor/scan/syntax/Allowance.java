package dev.candor.scan.syntax;

/**
 * How much may be made trees of, for modules that are looked at together: trees take thirty times
 * the text.
 */
public final class Allowance {
  /** Tokens; what lies beyond is not followed. */
  private static final long MOST = 2_000_000;

  private long taken;

  void take(int tokens) {
    taken += tokens;
  }

  boolean isSpent() {
    return taken > MOST;
  }
}
