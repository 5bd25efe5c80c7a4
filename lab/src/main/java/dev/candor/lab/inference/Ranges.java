package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where texts differ from one of them, in the coordinates of that one and of each. */
final class Ranges {
  private Ranges() {}

  /** The places of all edits; those that overlap or touch are one. */
  static List<int[]> union(List<List<Diff.Edit>> all) {
    List<int[]> sorted = new ArrayList<>();
    all.forEach(edits -> edits.forEach(edit -> sorted.add(new int[] {edit.from(), edit.to()})));
    sorted.sort(
        Comparator.<int[]>comparingInt(range -> range[0]).thenComparingInt(range -> range[1]));
    List<int[]> union = new ArrayList<>();
    for (int[] range : sorted) {
      if (!union.isEmpty() && range[0] <= union.getLast()[1]) {
        union.getLast()[1] = Math.max(union.getLast()[1], range[1]);
      } else {
        union.add(range);
      }
    }
    return union;
  }

  /** The same range in the text that the edits lead to. */
  static int[] mapped(int[] range, List<Diff.Edit> edits) {
    int from = range[0];
    int to = range[1];
    for (Diff.Edit edit : edits) {
      int grown = edit.otherTo() - edit.otherFrom() - (edit.to() - edit.from());
      if (edit.from() < range[0]) {
        from += grown;
      }
      if (edit.to() <= range[1]) {
        to += grown;
      }
    }
    return new int[] {from, to};
  }

  /** How much of the one, of that length, is left in the other. */
  static double kept(int length, List<Diff.Edit> edits) {
    int lost = edits.stream().mapToInt(edit -> edit.to() - edit.from()).sum();
    return length == 0 ? 0 : 1 - (double) lost / length;
  }
}
