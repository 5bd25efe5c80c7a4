package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.List;
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
    List<Joined> blocks =
        IntStream.rangeClosed(1, BLOCKS)
            .parallel()
            .mapToObj(block -> joined(sketches, block * BLOCK_BITS))
            .toList();
    Joined all = blocks.getFirst();
    for (Joined block : blocks.subList(1, BLOCKS)) {
      for (int i = 0; i < sketches.length; i++) {
        all.join(i, block.of(i));
      }
    }
    return all.numbers();
  }

  private static Joined joined(long[] sketches, int turn) {
    Joined joined = new Joined(sketches.length);
    // Turned so that the block stands first: sorting brings those with the same one together.
    long[] turned = new long[sketches.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = Long.rotateRight(sketches[i], turn);
    }
    Arrays.parallelSort(turned);
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
            joined.join(at(sketches, turned[i], turn), at(sketches, turned[j], turn));
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
