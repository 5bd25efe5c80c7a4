package dev.candor.campaign.simulate;

/**
 * A stream of random numbers, named by what it is for: the same names give the same numbers,
 * whatever was drawn before elsewhere. SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), and
 * StrictMath, so that every machine draws the same.
 */
final class Draw {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final int EXACT_TRIALS = 40;

  private long state;

  Draw(long state) {
    this.state = state;
  }

  static Draw of(long seed, long... names) {
    return new Draw(mix(seed, names));
  }

  /** 64 bits that depend on all the numbers and on their order. */
  static long mix(long seed, long... names) {
    long hash = mix(seed + GAMMA);
    for (long name : names) {
      hash = mix((hash ^ name) + GAMMA);
    }
    return hash;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += GAMMA;
    return mix(state);
  }

  /** From 0 to below 1. */
  double unit() {
    return (bits() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** From 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** From 0 to {@code bound} - 1. */
  long below(long bound) {
    return (long) (unit() * bound);
  }

  double between(double from, double to) {
    return from + unit() * (to - from);
  }

  /** Standard normal (Box and Muller 1958). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Log-normal with that median and spread of the logarithm. */
  double spread(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /** Exponential with that mean. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Geometric from 1, with that mean. */
  int geometric(double mean) {
    return mean <= 1 ? 1 : 1 + (int) (StrictMath.log(1 - unit()) / StrictMath.log(1 - 1 / mean));
  }

  /** A rank from 0 to {@code count} - 1, lower ones more often: about as 1 / (rank + 1). */
  int rank(int count) {
    return (int)
        StrictMath.min(count - 1.0, StrictMath.exp(unit() * StrictMath.log(count + 1.0)) - 1);
  }

  /** Successes in so many trials; for many trials by the normal approximation. */
  int successes(int trials, double probability) {
    if (probability >= 1) {
      return trials;
    }
    if (trials > EXACT_TRIALS) {
      double mean = trials * probability;
      double drawn = mean + normal() * StrictMath.sqrt(mean * (1 - probability));
      return (int) Math.clamp(StrictMath.rint(drawn), 0.0, trials);
    }
    int successes = 0;
    for (int i = 0; i < trials; i++) {
      if (chance(probability)) {
        successes++;
      }
    }
    return successes;
  }

  /** The sketch with so many of its bits, at most, turned over. */
  long turned(long sketch, int bits) {
    long turned = sketch;
    for (int i = 0; i < bits; i++) {
      turned ^= 1L << below(Long.SIZE);
    }
    return turned;
  }
}
