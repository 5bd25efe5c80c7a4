package dev.candor.campaign.detect;

import java.util.Arrays;

/** Numbers in an array that grows. */
final class Ints {
  private static final int FIRST_CAPACITY = 1_024;

  private int[] values;
  private int count;

  Ints() {
    this(FIRST_CAPACITY);
  }

  /**
   * @param capacity how many there is room for before it grows
   */
  Ints(int capacity) {
    values = new int[Math.max(capacity, 1)];
  }

  /** The values at those places. */
  static int[] picked(int[] values, int[] places) {
    int[] picked = new int[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[places[i]];
    }
    return picked;
  }

  /**
   * Where things of each number begin when they stand in its order; one longer than there are
   * numbers.
   *
   * @param numbers of the things, of which so many are meant
   */
  static int[] offsets(int[] numbers, int count, int most) {
    int[] offsets = new int[most + 1];
    for (int i = 0; i < count; i++) {
      offsets[numbers[i] + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    return offsets;
  }

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(count, 2));
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  int get(int at) {
    return values[at];
  }

  /** The array itself; what lies behind {@link #count} means nothing. */
  int[] array() {
    return values;
  }
}
