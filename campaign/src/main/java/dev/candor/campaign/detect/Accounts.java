package dev.candor.campaign.detect;

import java.util.List;

/**
 * The accounts of a log, numbered from 0 in the order in which they were opened, then of what they
 * did.
 *
 * @param names pseudonyms
 * @param strata accounts with the same number are alike in country and volume
 * @param exchanges of each
 * @param first minute since 1970 of the first exchange
 * @param last minute of the last one
 * @param created minute in which it was opened, or {@link #UNKNOWN}
 * @param narrowness the capability asked for most, times 128, and its share in percent; -1 when too
 *     few exchanges have one
 */
record Accounts(
    String[] names,
    int[] strata,
    long[] exchanges,
    int[] first,
    int[] last,
    int[] created,
    int[] narrowness) {
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final double MINUTES_A_DAY = 1_440;

  static final List<String> CAPABILITIES =
      List.of("coding", "reasoning", "tool-use", "vision", "writing", "other");

  /** The capability of that number. */
  static String capability(int number) {
    return CAPABILITIES.get(number);
  }

  int size() {
    return names.length;
  }

  /** Days from the first exchange to the last, at least one. */
  double days(int account) {
    return Math.max(1, (last[account] - first[account]) / MINUTES_A_DAY);
  }

  /** Exchanges a day from the first to the last. */
  double rate(int account) {
    return exchanges[account] / days(account);
  }
}
