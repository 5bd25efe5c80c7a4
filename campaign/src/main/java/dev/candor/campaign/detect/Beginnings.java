package dev.candor.campaign.detect;

import java.util.Arrays;

/**
 * When an account began to send, in a form in which two are quickly laid over each other: for each
 * hour a number whose bits are its minutes, for each 64 hours one whose bits are those hours.
 *
 * @param spans of 64 hours since 1970 in which there are any, ascending
 * @param hours of each span, as bits
 * @param ranks how many hours there are before each span
 * @param minutes of each hour, as bits
 * @param slots of five minutes of each hour, as bits
 * @param minuteShares how its beginnings spread over the minutes of any hour; sums to 1
 * @param slotShares the same of slots
 */
record Beginnings(
    int[] spans,
    long[] hours,
    int[] ranks,
    long[] minutes,
    short[] slots,
    float[] minuteShares,
    float[] slotShares) {
  private static final int HOUR = 60;
  private static final int SLOT = Lockstep.SILENCE;

  /** Of an account without any: eight objects, and the shares of 60 minutes and 12 slots. */
  private static final int EMPTY_BYTES = 440;

  private static final int SPAN_BYTES = 2 * Integer.BYTES + Long.BYTES;
  private static final int HOUR_BYTES = Long.BYTES + Short.BYTES;

  /**
   * Beginnings of which no two fall into one slot of five minutes.
   *
   * @param times in minutes since 1970, ascending, each at least five after the one before
   */
  static Beginnings at(int[] times) {
    int[] spans = new int[times.length];
    long[] hours = new long[times.length];
    int[] ranks = new int[times.length];
    long[] minutes = new long[times.length];
    short[] slots = new short[times.length];
    int spanCount = 0;
    int hourCount = 0;
    int before = Integer.MIN_VALUE;
    for (int time : times) {
      int hour = Math.floorDiv(time, HOUR);
      int minute = Math.floorMod(time, HOUR);
      if (hourCount == 0 || hour != before) {
        int span = Math.floorDiv(hour, Long.SIZE);
        if (spanCount == 0 || spans[spanCount - 1] != span) {
          ranks[spanCount] = hourCount;
          spans[spanCount++] = span;
        }
        hours[spanCount - 1] |= 1L << hour; // the lower six bits of the number count
        hourCount++;
        before = hour;
      }
      minutes[hourCount - 1] |= 1L << minute;
      slots[hourCount - 1] |= (short) (1 << minute / SLOT);
    }
    return new Beginnings(
        Arrays.copyOf(spans, spanCount),
        Arrays.copyOf(hours, spanCount),
        Arrays.copyOf(ranks, spanCount),
        Arrays.copyOf(minutes, hourCount),
        Arrays.copyOf(slots, hourCount),
        shares(times, 1),
        shares(times, SLOT));
  }

  /** Memory that this takes, more or less. */
  long bytes() {
    return EMPTY_BYTES + (long) SPAN_BYTES * spans.length + (long) HOUR_BYTES * minutes.length;
  }

  /** One beginning is taken to be spread evenly, so that no share is 0. */
  private static float[] shares(int[] times, int slot) {
    int cells = HOUR / slot;
    float all = times.length + 1f;
    float[] shares = new float[cells];
    Arrays.fill(shares, 1f / cells / all);
    for (int time : times) {
      shares[Math.floorMod(time, HOUR) / slot] += 1f / all;
    }
    return shares;
  }

  /**
   * What two have in common.
   *
   * @param minutes in which both began
   * @param slots of five minutes in which both did
   * @param chances pairs of one's beginnings and the other's that lie in one hour
   */
  record Meetings(int minutes, int slots, long chances) {}

  Meetings meetings(Beginnings other) {
    int met = 0;
    int near = 0;
    long chances = 0;
    int i = 0;
    int j = 0;
    while (i < spans.length && j < other.spans.length) {
      int span = spans[i];
      int there = other.spans[j];
      if (span == there) {
        long mine = hours[i];
        long its = other.hours[j];
        for (long common = mine & its; common != 0; common &= common - 1) {
          long before = Long.lowestOneBit(common) - 1;
          int a = ranks[i] + Long.bitCount(mine & before);
          int b = other.ranks[j] + Long.bitCount(its & before);
          met += Long.bitCount(minutes[a] & other.minutes[b]);
          near += Integer.bitCount(slots[a] & other.slots[b]);
          chances += (long) Long.bitCount(minutes[a]) * Long.bitCount(other.minutes[b]);
        }
      }
      i += span <= there ? 1 : 0;
      j += there <= span ? 1 : 0;
    }
    return new Meetings(met, near, chances);
  }

  /** How often two would meet in a minute of an hour if each came once. */
  double minuteAlike(Beginnings other) {
    return alike(minuteShares, other.minuteShares);
  }

  /** The same for slots of five minutes. */
  double slotAlike(Beginnings other) {
    return alike(slotShares, other.slotShares);
  }

  private static double alike(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
