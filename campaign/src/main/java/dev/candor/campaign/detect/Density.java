package dev.candor.campaign.detect;

/**
 * How many of a population lie near a place on a line, to the cell. It answers how surprising it is
 * that two lie so close together, given how crowded it is there.
 */
final class Density {
  private final int lowest;
  private final int[] below;

  /**
   * @param cells where each of the population lies
   * @param count how many of them are meant
   * @param most cells that are told apart; what lies beyond counts as the last of them
   */
  Density(int[] cells, int count, int most) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      low = Math.min(low, cells[i]);
      high = Math.max(high, cells[i]);
    }
    lowest = count == 0 ? 0 : Math.max(low, high - most + 1);
    int width = count == 0 ? 0 : high - lowest + 1;
    below = new int[width + 1];
    for (int i = 0; i < count; i++) {
      below[Math.max(0, cells[i] - lowest) + 1]++;
    }
    for (int i = 0; i < width; i++) {
      below[i + 1] += below[i];
    }
  }

  /** How many there are in all. */
  int population() {
    return below[below.length - 1];
  }

  /** How many lie from one cell to another, both included. */
  int between(long from, long to) {
    int cells = below.length - 1;
    int begin = Math.clamp(from - lowest, 0, cells);
    int end = Math.clamp(to - lowest + 1, begin, cells);
    return below[end] - below[begin];
  }

  /**
   * The binary logarithm of one in how many of the population lies as near to one of the two as the
   * other does; from 0, and 0 where there is no population.
   */
  double bits(int one, int other) {
    long distance = Math.abs((long) one - other);
    int near =
        Math.max(
            between(one - distance, one + distance), between(other - distance, other + distance));
    return near == 0 ? 0 : Bits.of((double) population() / near);
  }
}
