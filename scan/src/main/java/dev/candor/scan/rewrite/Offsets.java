package dev.candor.scan.rewrite;

import dev.candor.core.ByteRange;
import java.util.Arrays;
import java.util.BitSet;

/** Where the bytes of a rewritten text stood in the text that it was made of. */
public final class Offsets {
  /** Of a text that was not rewritten. */
  public static final Offsets SAME = new Offsets();

  private final int count;
  private final int[] from;
  private final int[] old;
  private final int[] oldEnd;
  private final BitSet copied;
  private final BitSet evaluated;
  private final Offsets earlier;

  private Offsets() {
    this.count = 0;
    this.from = new int[0];
    this.old = new int[0];
    this.oldEnd = new int[0];
    this.copied = new BitSet();
    this.evaluated = new BitSet();
    this.earlier = this;
  }

  private Offsets(Builder builder, Offsets earlier) {
    this.count = builder.count;
    this.from = Arrays.copyOf(builder.from, count);
    this.old = Arrays.copyOf(builder.old, count);
    this.oldEnd = Arrays.copyOf(builder.oldEnd, count);
    this.copied = builder.copied;
    this.evaluated = builder.evaluated;
    this.earlier = earlier;
  }

  /** Where the original begins of what begins at {@code position}. */
  public int start(int position) {
    if (count == 0) {
      return position;
    }
    int i = segment(position);
    return earlier.start(copied.get(i) ? old[i] + position - from[i] : old[i]);
  }

  /** Where the original ends of what ends in front of {@code position}. */
  public int end(int position) {
    if (count == 0) {
      return position;
    }
    int i = segment(Math.max(0, position - 1));
    return earlier.end(
        copied.get(i) ? Math.min(oldEnd[i], old[i] + position - from[i]) : oldEnd[i]);
  }

  /**
   * Where {@code [start, end)} comes from; what was put in the order in which it runs may have
   * stood in another one.
   */
  public ByteRange range(int start, int end) {
    int first = start(start);
    int last = end(end);
    return new ByteRange(Math.min(first, last), Math.max(first, last));
  }

  /** Whether some of {@code [start, end)} is a value that was computed by running code. */
  public boolean isEvaluated(int start, int end) {
    if (count == 0) {
      return false;
    }
    int first = segment(start);
    int last = segment(Math.max(start, end - 1));
    int next = evaluated.nextSetBit(first);
    if (next >= 0 && next <= last) {
      return true;
    }
    for (int i = first; i <= last; i++) {
      int to = i + 1 < count ? from[i + 1] : Integer.MAX_VALUE;
      int a = Math.max(start, from[i]);
      int b = Math.min(end, to);
      boolean before =
          copied.get(i)
              ? earlier.isEvaluated(old[i] + a - from[i], old[i] + b - from[i])
              : earlier.isEvaluated(old[i], oldEnd[i]);
      if (before) {
        return true;
      }
    }
    return false;
  }

  private int segment(int position) {
    int found = Arrays.binarySearch(from, position);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /** Collects the pieces of a new text in their order. */
  static final class Builder {
    private int count;
    private int[] from = new int[64];
    private int[] old = new int[64];
    private int[] oldEnd = new int[64];
    private final BitSet copied = new BitSet();
    private final BitSet evaluated = new BitSet();

    /**
     * @param at where the piece begins in the new text
     * @param start where it comes from
     * @param isCopy whether it stands there byte for byte
     */
    void add(int at, int start, int end, boolean isCopy, boolean isEvaluated) {
      if (count == from.length) {
        from = Arrays.copyOf(from, count * 2);
        old = Arrays.copyOf(old, count * 2);
        oldEnd = Arrays.copyOf(oldEnd, count * 2);
      }
      from[count] = at;
      old[count] = start;
      oldEnd[count] = end;
      copied.set(count, isCopy);
      evaluated.set(count, isEvaluated);
      count++;
    }

    Offsets build(Offsets earlier) {
      return new Offsets(this, earlier);
    }
  }
}
