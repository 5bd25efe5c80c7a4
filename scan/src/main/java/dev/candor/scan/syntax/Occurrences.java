package dev.candor.scan.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where each word of a module stands: the word tokens, those of one text side by side. */
public final class Occurrences {
  private final Words distinct;

  /** Where in {@link #places} the tokens of each word begin; one more for the end. */
  private final int[] start;

  private final int[] places;

  /** The same names are asked for again and again: those that decoding code uses. */
  private final Map<Integer, int[]> copied = new ConcurrentHashMap<>();

  private Occurrences(Words distinct, int[] start, int[] places) {
    this.distinct = distinct;
    this.start = start;
    this.places = places;
  }

  public static Occurrences of(Tokens tokens) {
    int count = 0;
    for (int t = 0; t < tokens.count(); t++) {
      count += tokens.kind(t) == Tokens.WORD ? 1 : 0;
    }
    Words distinct = new Words(tokens);
    int[] ids = new int[count];
    for (int t = 0, i = 0; i < count; t++) {
      if (tokens.kind(t) == Tokens.WORD) {
        ids[i++] = distinct.add(t);
      }
    }
    int[] start = new int[distinct.size() + 1];
    for (int id : ids) {
      start[id + 1]++;
    }
    for (int id = 0; id < distinct.size(); id++) {
      start[id + 1] += start[id];
    }
    int[] fill = Arrays.copyOf(start, distinct.size());
    int[] places = new int[count];
    for (int t = 0, i = 0; i < count; t++) {
      if (tokens.kind(t) == Tokens.WORD) {
        places[fill[ids[i++]]++] = t;
      }
    }
    return new Occurrences(distinct, start, places);
  }

  /** All tokens with the same text as the word {@code token}, itself included, in order. */
  public int[] sameAs(int token) {
    int id = distinct.find(token);
    return id < 0
        ? new int[0]
        : copied.computeIfAbsent(id, i -> Arrays.copyOfRange(places, start[i], start[i + 1]));
  }

  /**
   * At most {@code most} tokens behind {@code from} and in front of {@code to} with the same text
   * as the word {@code token}, in order. Costs what lies between the two, not the module: minified
   * names stand in it by the ten thousands.
   */
  public int[] within(int token, int from, int to, int most) {
    int id = distinct.find(token);
    if (id < 0) {
      return new int[0];
    }
    int first = notBefore(id, from + 1);
    int last = Math.min(notBefore(id, to), (int) Math.min(start[id + 1], (long) first + most));
    return Arrays.copyOfRange(places, first, Math.max(first, last));
  }

  /** Where the first token of the word stands that is not in front of {@code token}. */
  private int notBefore(int id, int token) {
    int at = Arrays.binarySearch(places, start[id], start[id + 1], token);
    return at < 0 ? -at - 1 : at;
  }

  /** At most {@code most} tokens that are this word, in order. */
  public int[] named(String word, int most) {
    int id = distinct.find(word.getBytes(StandardCharsets.UTF_8), Tokens.hash(word));
    return id < 0
        ? new int[0]
        : Arrays.copyOfRange(
            places, start[id], (int) Math.min(start[id + 1], (long) start[id] + most));
  }
}
