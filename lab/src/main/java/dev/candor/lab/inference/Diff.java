package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shortest way from one sequence to another: E. W. Myers, An O(ND) Difference Algorithm and Its
 * Variations, Algorithmica 1 (1986), its greedy form.
 */
final class Diff {
  private Diff() {}

  /** What stands at {@code [from, to)} of the one is {@code [otherFrom, otherTo)} of the other. */
  record Edit(int from, int to, int otherFrom, int otherTo) {}

  /**
   * All places where they differ, in order, never two that touch.
   *
   * @param most insertions and deletions; sequences farther apart differ in one place between their
   *     common beginning and end
   */
  static List<Edit> between(int[] a, int[] b, int most) {
    int start = 0;
    while (start < Math.min(a.length, b.length) && a[start] == b[start]) {
      start++;
    }
    int endA = a.length;
    int endB = b.length;
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    if (start == endA && start == endB) {
      return List.of();
    }
    if (start == endA || start == endB) {
      return List.of(new Edit(start, endA, start, endB));
    }
    int[] left = Arrays.copyOfRange(a, start, endA);
    int[] right = Arrays.copyOfRange(b, start, endB);
    List<int[]> rounds = rounds(left, right, most);
    if (rounds.isEmpty()) {
      return List.of(new Edit(start, endA, start, endB));
    }
    return edits(left.length, right.length, rounds, start);
  }

  /** By number of edits, how far each diagonal reaches; empty where there are too many. */
  private static List<int[]> rounds(int[] a, int[] b, int most) {
    List<int[]> rounds = new ArrayList<>();
    int[] before = {0, 0, 0};
    for (int d = 0; d <= Math.min(most, a.length + b.length); d++) {
      // Diagonals -d-1 .. d+1 at index k + d + 1.
      int[] now = new int[2 * d + 3];
      for (int k = -d; k <= d; k += 2) {
        int x = reached(before, k, d);
        while (x < a.length && x - k < b.length && a[x] == b[x - k]) {
          x++;
        }
        now[k + d + 1] = x;
        if (x >= a.length && x - k >= b.length) {
          rounds.add(now);
          return rounds;
        }
      }
      rounds.add(now);
      before = now;
    }
    return List.of();
  }

  /** Where diagonal {@code k} begins in round {@code d}, from what the round before reached. */
  private static int reached(int[] before, int k, int d) {
    if (d == 0) {
      return 0;
    }
    boolean down = k == -d || k != d && before[k - 1 + d] < before[k + 1 + d];
    return down ? before[k + 1 + d] : before[k - 1 + d] + 1;
  }

  private static List<Edit> edits(int a, int b, List<int[]> rounds, int shift) {
    List<Edit> edits = new ArrayList<>();
    int x = a;
    int y = b;
    for (int d = rounds.size() - 1; d > 0; d--) {
      int[] before = rounds.get(d - 1);
      int k = x - y;
      boolean down = k == -d || k != d && before[k - 1 + d] < before[k + 1 + d];
      int fromX = down ? before[k + 1 + d] : before[k - 1 + d];
      int fromY = fromX - (down ? k + 1 : k - 1);
      Edit edit =
          down
              ? new Edit(fromX + shift, fromX + shift, fromY + shift, fromY + 1 + shift)
              : new Edit(fromX + shift, fromX + 1 + shift, fromY + shift, fromY + shift);
      Edit last = edits.isEmpty() ? edit : edits.getLast();
      if (!edits.isEmpty() && edit.to == last.from && edit.otherTo == last.otherFrom) {
        edits.set(edits.size() - 1, new Edit(edit.from, last.to, edit.otherFrom, last.otherTo));
      } else {
        edits.add(edit);
      }
      x = fromX;
      y = fromY;
    }
    return edits.reversed();
  }
}
