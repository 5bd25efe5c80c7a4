package dev.candor.scan;

/**
 * How a module names members.
 *
 * @param dotted places where a member's name stands behind a dot
 * @param keyed places where it is a string in brackets
 * @param called places where it is what a function gives for a constant
 */
record Computed(int dotted, int keyed, int called) {
  private static final int FEW = 3;

  /**
   * A bundle of 10 MB has a call or two for 200,000 names; an obfuscated part of it has hundreds.
   */
  private static final int RARE = 10_000;

  /** Whether most names of members are written in a way that nobody writes by hand. */
  boolean isKeyed() {
    return keyed + called >= FEW && (long) FEW * (keyed + called) > dotted;
  }

  /** Whether it may pay to look for what names stand for. */
  boolean isVeiled() {
    return (long) called * RARE > dotted || isKeyed();
  }
}
