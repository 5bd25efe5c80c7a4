package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins places of a text that are one to a reader: a sentence that was written anew shares spaces
 * and small words with the old one by chance, and would come out as many swapped words.
 */
final class Spans {
  private Spans() {}

  /**
   * @param base what the ranges are of
   * @param ranges ascending, none touching the next
   */
  static List<int[]> joined(List<String> base, List<int[]> ranges) {
    List<int[]> joined = new ArrayList<>();
    for (int[] range : ranges) {
      if (!joined.isEmpty() && areOne(base, joined.getLast(), range)) {
        joined.getLast()[1] = range[1];
      } else {
        joined.add(range.clone());
      }
    }
    return joined;
  }

  private static boolean areOne(List<String> base, int[] one, int[] other) {
    List<String> between = base.subList(one[1], other[0]);
    long words = between.stream().filter(Tokens::isWord).count();
    boolean both = holdsWord(base, one) && holdsWord(base, other);
    return words == 0 && both && between.stream().noneMatch(token -> token.equals("\n"))
        || words == 1 && words(base, one) + words(base, other) >= 3 && both;
  }

  private static boolean holdsWord(List<String> base, int[] range) {
    return words(base, range) > 0;
  }

  private static long words(List<String> base, int[] range) {
    return base.subList(range[0], range[1]).stream().filter(Tokens::isWord).count();
  }
}
