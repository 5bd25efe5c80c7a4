package dev.candor.campaign.detect;

/** How often each number was counted; a hash table with open addresses and linear probing. */
final class IntCounts {
  private static final int FIRST_CAPACITY = 16;

  private static final int TURN = 0x9E37_79B9; // the golden ratio, in 32 bits

  private int[] numbers = new int[FIRST_CAPACITY];
  private int[] counts = new int[FIRST_CAPACITY]; // 0 where a place is free
  private int size;

  /** What is done with a number and its count. */
  interface Visitor {
    void visit(int number, int count);
  }

  /** Counts a number once more, and returns how often it was counted. */
  int count(int number) {
    int place = place(number);
    if (counts[place] == 0) {
      if (2 * (size + 1) > counts.length) {
        grow();
        place = place(number);
      }
      numbers[place] = number;
      size++;
    }
    return ++counts[place];
  }

  /** How often a number was counted. */
  int of(int number) {
    return counts[place(number)];
  }

  /** How many numbers were counted. */
  int size() {
    return size;
  }

  /** Goes through all numbers, in an order that follows from them and when they came. */
  void each(Visitor visitor) {
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        visitor.visit(numbers[place], counts[place]);
      }
    }
  }

  /** Those that were counted so often at least. */
  IntCounts atLeast(int least) {
    IntCounts kept = new IntCounts();
    each((number, count) -> {
      if (count >= least) {
        kept.put(number, count);
      }
    });
    return kept;
  }

  private void put(int number, int count) {
    count(number);
    counts[place(number)] = count;
  }

  private int place(int number) {
    int last = counts.length - 1; // a power of two less one
    int place = (number * TURN >>> 7) & last;
    while (counts[place] != 0 && numbers[place] != number) {
      place = (place + 1) & last;
    }
    return place;
  }

  private void grow() {
    int[] before = numbers;
    int[] counted = counts;
    numbers = new int[Math.multiplyExact(before.length, 2)];
    counts = new int[numbers.length];
    for (int i = 0; i < before.length; i++) {
      if (counted[i] > 0) {
        int place = place(before[i]);
        numbers[place] = before[i];
        counts[place] = counted[i];
      }
    }
  }
}
