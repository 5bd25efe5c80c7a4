package dev.candor.campaign.sketch;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The 64-bit SimHash of a text (Charikar, STOC 2002): of texts that are alike few bits differ, of
 * unrelated ones about half.
 */
public final class Sketch {
  private static final int SHINGLE = 2;
  private static final char BETWEEN = ' ';

  private final SipHash hash;

  public Sketch(SketchKey key) {
    hash = new SipHash(key.k0(), key.k1());
  }

  /**
   * The sketch of a text, from the set of its pairs of neighbouring words.
   *
   * @return nothing for a text without words
   */
  public OptionalLong of(String text) {
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return OptionalLong.empty();
    }
    Set<String> shingles = new HashSet<>();
    if (words.size() < SHINGLE) {
      shingles.add(words.getFirst());
    }
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(words.get(i) + BETWEEN + words.get(i + 1));
    }
    return OptionalLong.of(
        majority(
            shingles.stream()
                .mapToLong(one -> hash.of(one.getBytes(StandardCharsets.UTF_8)))
                .toArray()));
  }

  /** The bits that more than half of the numbers have. */
  static long majority(long... hashes) {
    long sketch = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int set = 0;
      for (long one : hashes) {
        set += (int) (one >>> bit & 1);
      }
      if (2 * set > hashes.length) {
        sketch |= 1L << bit;
      }
    }
    return sketch;
  }

  /** How many bits differ, from 0 to 64. */
  public static int distance(long one, long other) {
    return Long.bitCount(one ^ other);
  }
}
