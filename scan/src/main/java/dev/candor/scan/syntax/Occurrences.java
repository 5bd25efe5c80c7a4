package dev.candor.scan.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where each word of a module stands: the word tokens, sorted into buckets by hash. */
public final class Occurrences {
  private final Tokens tokens;
  private final int mask;
  private final int[] bucketStart;
  private final int[] words;

  /** The same names are asked for again and again: those that decoding code uses. */
  private final Map<String, int[]> found = new ConcurrentHashMap<>();

  private Occurrences(Tokens tokens, int mask, int[] bucketStart, int[] words) {
    this.tokens = tokens;
    this.mask = mask;
    this.bucketStart = bucketStart;
    this.words = words;
  }

  public static Occurrences of(Tokens tokens) {
    int mask = Math.max(64, Integer.highestOneBit(tokens.count() / 8 + 1)) - 1;
    int[] start = new int[mask + 2];
    for (int t = 0; t < tokens.count(); t++) {
      if (tokens.kind(t) == Tokens.WORD) {
        start[bucket(tokens.hash(t), mask) + 1]++;
      }
    }
    for (int b = 0; b <= mask; b++) {
      start[b + 1] += start[b];
    }
    int[] fill = Arrays.copyOf(start, mask + 1);
    int[] words = new int[start[mask + 1]];
    for (int t = 0; t < tokens.count(); t++) {
      if (tokens.kind(t) == Tokens.WORD) {
        words[fill[bucket(tokens.hash(t), mask)]++] = t;
      }
    }
    return new Occurrences(tokens, mask, start, words);
  }

  private static int bucket(int hash, int mask) {
    return (((hash ^ (hash >>> 15)) * 0x9e3779b9) >>> 7) & mask;
  }

  /** All tokens with the same text as the word {@code token}, itself included, in order. */
  public int[] sameAs(int token) {
    return found.computeIfAbsent(tokens.source(token), name -> find(token));
  }

  private int[] find(int token) {
    return within(token, -1, tokens.count(), Integer.MAX_VALUE);
  }

  /**
   * At most {@code most} tokens behind {@code from} and in front of {@code to} with the same text
   * as the word {@code token}, in order. Costs what lies between the two, not the module: minified
   * names stand in it by the ten thousands.
   */
  public int[] within(int token, int from, int to, int most) {
    int hash = tokens.hash(token);
    int bucket = bucket(hash, mask);
    int first = Arrays.binarySearch(words, bucketStart[bucket], bucketStart[bucket + 1], from + 1);
    int[] found = new int[16];
    int n = 0;
    for (int i = first < 0 ? -first - 1 : first;
        i < bucketStart[bucket + 1] && words[i] < to && n < most;
        i++) {
      int t = words[i];
      if (tokens.hash(t) == hash && tokens.sameText(t, token)) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = t;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** At most {@code most} tokens that are this word, in order. */
  public int[] named(String word, int most) {
    int hash = Tokens.hash(word);
    int bucket = bucket(hash, mask);
    int[] found = new int[16];
    int n = 0;
    for (int i = bucketStart[bucket]; i < bucketStart[bucket + 1] && n < most; i++) {
      int t = words[i];
      if (tokens.hash(t) == hash && tokens.is(t, word)) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = t;
      }
    }
    return Arrays.copyOf(found, n);
  }
}
