package dev.candor.audit.track;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * In which order versions are looked at, so that few looks tell where something changes.
 *
 * <p>First the two ends. As long as all that was seen is the same, the widest gap is halved, the
 * first of several, until none is wider than the step. Where two neighbours among those that were
 * looked at differ, the middle between them is next, until what differs stands side by side.
 *
 * @param <T> what is seen in a version
 */
final class Search<T> {
  private final int count;
  private final Plan plan;
  private final BiPredicate<T, T> same;
  private final NavigableMap<Integer, T> seen = new TreeMap<>();
  private final BitSet lost = new BitSet();

  /**
   * @param count versions, numbered from 0
   * @param same whether two are the same
   */
  Search(int count, Plan plan, BiPredicate<T, T> same) {
    this.count = count;
    this.plan = plan;
    this.same = same;
  }

  /** The next version to look at; empty when enough is known. */
  OptionalInt next() {
    int first = lost.nextClearBit(0);
    int last = lost.previousClearBit(count - 1);
    if (first >= count) {
      return OptionalInt.empty();
    }
    if (!seen.containsKey(first)) {
      return OptionalInt.of(first);
    }
    if (!seen.containsKey(last)) {
      return OptionalInt.of(last);
    }
    boolean differs = false;
    List<Integer> widest = List.of();
    int before = first;
    for (Map.Entry<Integer, T> entry : seen.tailMap(first, false).entrySet()) {
      List<Integer> open = open(before, entry.getKey());
      if (!same.test(seen.get(before), entry.getValue())) {
        if (!open.isEmpty()) {
          return middle(open);
        }
        differs = true;
      }
      widest = open.size() > widest.size() ? open : widest;
      before = entry.getKey();
    }
    boolean enough = widest.size() < plan.step() || (differs && !plan.throughout());
    return enough ? OptionalInt.empty() : middle(widest);
  }

  void saw(int version, T what) {
    seen.put(version, what);
  }

  /** Nothing is known of it, and it will not be asked for again. */
  void lost(int version) {
    lost.set(version);
  }

  NavigableMap<Integer, T> seen() {
    return seen;
  }

  /** The most versions in a row, between two that are the same, at which nobody looked. */
  int widestGap() {
    int widest = 0;
    int before = -1;
    for (Map.Entry<Integer, T> entry : seen.entrySet()) {
      if (before >= 0 && same.test(seen.get(before), entry.getValue())) {
        widest = Math.max(widest, entry.getKey() - before - 1);
      }
      before = entry.getKey();
    }
    return widest;
  }

  private List<Integer> open(int before, int after) {
    List<Integer> open = new ArrayList<>();
    for (int i = lost.nextClearBit(before + 1); i < after; i = lost.nextClearBit(i + 1)) {
      open.add(i);
    }
    return open;
  }

  private static OptionalInt middle(List<Integer> open) {
    return OptionalInt.of(open.get((open.size() - 1) / 2));
  }
}
