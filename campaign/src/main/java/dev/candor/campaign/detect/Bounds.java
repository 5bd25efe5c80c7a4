package dev.candor.campaign.detect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What each kind of an account's conduct comes to at most, side by side in one number: most pairs
 * of accounts are done with after one look at each. A lane of eight bits for each kind holds its
 * bound in half bits, rounded up.
 */
final class Bounds {
  static final int MOST_KINDS = 8;
  static final int STEPS_A_BIT = 2;

  private static final int LANE = 8;
  private static final int MOST_STEPS = 127; // the highest bit of a lane is free for comparing
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;
  private static final long EVEN_LANES = 0x00FF_00FF_00FF_00FFL;
  private static final long EVEN_ONES = 0x0001_0001_0001_0001L;

  private final long[] lanes;

  /**
   * @param kinds at most {@link #MOST_KINDS}, each of at most 63 bits
   */
  Bounds(List<Conduct> kinds, int accounts) {
    if (kinds.size() > MOST_KINDS) {
      throw new IllegalArgumentException(kinds.size() + " kinds of conduct");
    }
    lanes = new long[accounts];
    IntStream.range(0, accounts)
        .parallel()
        .forEach(a -> {
          for (int kind = 0; kind < kinds.size(); kind++) {
            lanes[a] |= steps(kinds.get(kind).most(a)) << (LANE * kind);
          }
        });
  }

  private static long steps(double bits) {
    long steps = (long) Math.ceil(bits * STEPS_A_BIT);
    if (steps > MOST_STEPS) {
      throw new IllegalArgumentException(bits + " bits of conduct");
    }
    return steps;
  }

  /** What two accounts together come to at most: of each kind the lower bound. */
  long both(int one, int other) {
    long a = lanes[one];
    long b = lanes[other];
    long notLess = ((a | HIGHEST) - b) >>> (LANE - 1) & ONES;
    long mask = notLess * ((1 << LANE) - 1);
    return b & mask | a & ~mask;
  }

  /** All kinds of {@link #both}, in half bits. */
  static int steps(long both) {
    long pairs = (both & EVEN_LANES) + (both >>> LANE & EVEN_LANES);
    return (int) (pairs * EVEN_ONES >>> (Long.SIZE - 2 * LANE));
  }

  /** One kind of {@link #both}, in bits. */
  static double bits(long both, int kind) {
    return (double) (both >>> (LANE * kind) & MOST_STEPS) / STEPS_A_BIT;
  }
}
