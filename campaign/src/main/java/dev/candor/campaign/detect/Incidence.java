package dev.candor.campaign.detect;

import java.util.Arrays;

/**
 * Which account holds which value, both ways round, in arrays. Values are numbered from 0.
 *
 * @param offsets of each account's values; one longer than there are accounts
 * @param values of all accounts, ascending within each
 * @param starts of each value's holders; one longer than there are values
 * @param holders of all values, ascending within each
 */
record Incidence(int[] offsets, int[] values, int[] starts, int[] holders) {
  /** Of pairs; a pair that comes twice counts once. */
  static Incidence of(int accounts, int values, int[] account, int[] value, int count) {
    int[] starts = Ints.offsets(value, count, values);
    int[] next = starts.clone();
    int[] holders = new int[count];
    for (int i = 0; i < count; i++) {
      holders[next[value[i]]++] = account[i];
    }
    int kept = 0;
    for (int v = 0; v < values; v++) {
      int from = starts[v];
      int to = starts[v + 1];
      Arrays.sort(holders, from, to);
      starts[v] = kept;
      for (int i = from; i < to; i++) {
        if (i == from || holders[i] != holders[i - 1]) {
          holders[kept++] = holders[i];
        }
      }
    }
    starts[values] = kept;
    return inverted(starts, Arrays.copyOf(holders, kept), accounts).turned();
  }

  /**
   * Of what each account holds.
   *
   * @param held ascending within each account, none twice
   * @param count of values
   */
  static Incidence inverted(int[] offsets, int[] held, int count) {
    int[] starts = Ints.offsets(held, held.length, count);
    int[] next = starts.clone();
    int[] holders = new int[held.length];
    for (int account = 0; account + 1 < offsets.length; account++) {
      for (int at = offsets[account]; at < offsets[account + 1]; at++) {
        holders[next[held[at]]++] = account;
      }
    }
    return new Incidence(offsets, held, starts, holders);
  }

  /** Accounts in the place of values, and values in that of accounts. */
  private Incidence turned() {
    return new Incidence(
        /* offsets= */ starts, /* values= */ holders, /* starts= */ offsets, /* holders= */ values);
  }

  int accounts() {
    return offsets.length - 1;
  }

  int count() {
    return starts.length - 1;
  }

  /** How many accounts hold a value. */
  int holding(int value) {
    return starts[value + 1] - starts[value];
  }

  /** How many values an account holds. */
  int held(int account) {
    return offsets[account + 1] - offsets[account];
  }
}
