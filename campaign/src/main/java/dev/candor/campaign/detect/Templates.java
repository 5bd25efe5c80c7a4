package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sketches that are nearly the same, as one template: at most three of 64 bits apart (Manku, Jain
 * and Das Sarma 2007), or joined by others that are. Of two such sketches one of four blocks of 16
 * bits is the same, so only sketches with a common block are compared.
 */
final class Templates {
  static final int MOST_APART = 3;

  private static final int BLOCKS = 4;
  private static final int BLOCK_BITS = 16;

  /** In a block with more sketches, each is compared with so many that follow it only. */
  private static final int CROWD = 512;

  private Templates() {}

  /**
   * The template of each sketch, numbered from 0 in the order of the sketches.
   *
   * @param sketches all different, ascending
   */
  static int[] of(long[] sketches) {
    Joined all = new Joined(sketches.length);
    IntStream.rangeClosed(1, BLOCKS)
        .parallel()
        .mapToObj(block -> near(sketches, block * BLOCK_BITS))
        .forEachOrdered(near -> {
          for (int i = 0; i < near.count(); i++) {
            all.join(near.from(i), near.to(i));
          }
        });
    return all.numbers();
  }

  /** Of the sketches that one block alone joins, each with the first of them. */
  private static Edges near(long[] sketches, int turn) {
    // Turned so that the block stands first: sorting brings those with the same one together.
    long[] turned = new long[sketches.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = Long.rotateRight(sketches[i], turn);
    }
    Arrays.parallelSort(turned);
    Joined joined = joined(turned);
    Edges near = new Edges();
    for (int i = 0; i < turned.length; i++) {
      int first = joined.of(i);
      if (first != i) {
        near.add(at(sketches, turned[first], turn), at(sketches, turned[i], turn));
      }
    }
    return near;
  }

  private static Joined joined(long[] turned) {
    Joined joined = new Joined(turned.length);
    int from = 0;
    while (from < turned.length) {
      int to = from + 1;
      while (to < turned.length && block(turned[to]) == block(turned[from])) {
        to++;
      }
      int reach = to - from <= CROWD ? CROWD : CROWD / 8;
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < Math.min(to, i + reach); j++) {
          if (Long.bitCount(turned[i] ^ turned[j]) <= MOST_APART) {
            joined.join(i, j);
          }
        }
      }
      from = to;
    }
    return joined;
  }

  private static long block(long turned) {
    return turned >>> (Long.SIZE - BLOCK_BITS);
  }

  private static int at(long[] sketches, long turned, int turn) {
    return Arrays.binarySearch(sketches, Long.rotateLeft(turned, turn));
  }
}
