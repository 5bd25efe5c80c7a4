package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

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

  private final Beginnings[] beginnings;
  private final LongAdder bytes = new LongAdder();

  /** Knows nothing of any account yet. */
  Lockstep(int accounts) {
    beginnings = new Beginnings[accounts];
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
    beginnings[account] = Beginnings.at(Arrays.copyOf(sorted, count));
    bytes.add(beginnings[account].bytes());
  }

  /** Memory that what it knows takes, more or less. */
  long bytes() {
    return bytes.sum();
  }

  /** Knows nothing again. */
  void forget() {
    Arrays.fill(beginnings, null);
    bytes.reset();
  }

  boolean knows(int account) {
    return beginnings[account] != null;
  }

  @Override
  public Family family() {
    return Family.LOCKSTEP;
  }

  @Override
  public double most(int account) {
    return knows(account) ? MOST_BITS : 0;
  }

  @Override
  public Conduct like(int[] others) {
    Lockstep turned = new Lockstep(others.length);
    for (int a = 0; a < others.length; a++) {
      turned.beginnings[a] = beginnings[others[a]];
    }
    return turned;
  }

  @Override
  public double bits(int one, int other) {
    Beginnings a = beginnings[one];
    Beginnings b = beginnings[other];
    if (a == null || b == null) {
      return 0;
    }
    Beginnings.Meetings meetings = a.meetings(b);
    if (meetings.slots() == 0) {
      return 0; // nor in one minute, which lies in a slot
    }
    double most =
        Math.max(
            surplus(meetings.minutes(), meetings.chances() * a.minuteAlike(b)),
            surplus(meetings.slots(), meetings.chances() * a.slotAlike(b)));
    return Math.clamp(most - 1, 0, MOST_BITS); // one bit for the better of two
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
