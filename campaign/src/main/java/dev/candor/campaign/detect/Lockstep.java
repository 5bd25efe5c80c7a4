package dev.candor.campaign.detect;

import java.util.Arrays;

/**
 * Accounts that begin to send in the same minutes, beyond what follows from being awake in the same
 * hours. Within each hour in which both are active the expected number of common minutes follows
 * from how many each has and which minutes of any hour it prefers, so that neither common hours nor
 * common timers count: the interval jitter null of Amarasingham and others (2012). What is counted
 * are requests after some silence; those of one conversation follow each other anyway.
 */
final class Lockstep implements Conduct {
  static final double MOST_BITS = 12;

  /** Minutes of silence before what counts. */
  static final int SILENCE = 5;

  private static final int[] SLOTS = {1, 5};
  private static final int HOUR = 60;

  private final int[][] beginnings;
  private final float[][][] phases;

  /** Knows nothing of any account yet. */
  Lockstep(int accounts) {
    beginnings = new int[accounts][];
    phases = new float[accounts][][];
  }

  /**
   * Takes in when an account was active.
   *
   * @param minutes since 1970, in any order
   */
  void add(int account, int[] minutes) {
    int[] sorted = minutes.clone();
    Arrays.sort(sorted);
    int count = 0;
    long before = Long.MIN_VALUE / 2;
    for (int minute : sorted) {
      long silence = minute - before;
      before = minute;
      if (silence >= SILENCE) {
        sorted[count++] = minute;
      }
    }
    beginnings[account] = Arrays.copyOf(sorted, count);
    phases[account] = new float[SLOTS.length][];
    for (int s = 0; s < SLOTS.length; s++) {
      phases[account][s] = phases(beginnings[account], SLOTS[s]);
    }
  }

  /**
   * Shares of the minutes of an hour; one request is taken to be spread evenly, so that none is 0.
   */
  private static float[] phases(int[] minutes, int slot) {
    int cells = HOUR / slot;
    float all = minutes.length + 1f;
    float[] share = new float[cells];
    Arrays.fill(share, 1f / cells / all);
    for (int minute : minutes) {
      share[Math.floorMod(minute, HOUR) / slot] += 1f / all;
    }
    return share;
  }

  boolean knows(int account) {
    return beginnings[account] != null;
  }

  @Override
  public Family family() {
    return Family.LOCKSTEP;
  }

  @Override
  public double bits(int one, int other) {
    int[] a = beginnings[one];
    int[] b = beginnings[other];
    if (a == null || b == null) {
      return 0;
    }
    double most = 0;
    for (int s = 0; s < SLOTS.length; s++) {
      most = Math.max(most, bits(a, b, SLOTS[s], alike(phases[one][s], phases[other][s])));
    }
    return Math.clamp(most - 1, 0, MOST_BITS); // one bit for the better of two
  }

  /** How often two would meet in a slot of an hour if each came once. */
  private static double alike(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double bits(int[] a, int[] b, int slot, double alike) {
    double expected = 0;
    int met = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int hourA = Math.floorDiv(a[i], HOUR);
      int hourB = Math.floorDiv(b[j], HOUR);
      if (hourA != hourB) {
        i += hourA < hourB ? 1 : 0;
        j += hourB < hourA ? 1 : 0;
        continue;
      }
      int fromI = i;
      int fromJ = j;
      while (i < a.length && j < b.length && inHour(a[i], hourA) && inHour(b[j], hourA)) {
        int slotA = Math.floorDiv(a[i], slot);
        int slotB = Math.floorDiv(b[j], slot);
        met += slotA == slotB ? 1 : 0;
        i += slotA <= slotB ? 1 : 0;
        j += slotB <= slotA ? 1 : 0;
      }
      while (i < a.length && inHour(a[i], hourA)) {
        i++;
      }
      while (j < b.length && inHour(b[j], hourA)) {
        j++;
      }
      expected += (double) (i - fromI) * (j - fromJ) * alike;
    }
    return surplus(met, expected);
  }

  private static boolean inHour(int minute, int hour) {
    return Math.floorDiv(minute, HOUR) == hour;
  }

  /**
   * A bound for the tail of a Poisson variable (Chernoff): so many bits does it take to believe
   * that it came to that by chance.
   */
  static double surplus(int met, double expected) {
    return met <= expected || expected <= 0
        ? 0
        : Bits.ofNats(met * Math.log(met / expected) - met + expected);
  }
}
