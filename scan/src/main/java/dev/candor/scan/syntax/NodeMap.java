package dev.candor.scan.syntax;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map whose keys are nodes themselves, not what they are equal to. Where a node stands tells it
 * apart well enough to hash by; the identity hash of millions of fresh objects takes longer than
 * all else that is done with them.
 */
public final class NodeMap<V> {
  /** Places to begin with; at most half of them are taken. */
  private static final int SMALLEST = 32;

  private @Nullable Node[] keys = new Node[SMALLEST];
  private @Nullable Object[] values = new Object[SMALLEST];
  private int size;

  public int size() {
    return size;
  }

  public @Nullable V get(Node node) {
    int at = find(keys, node);
    return keys[at] == null ? null : value(at);
  }

  /** Sets the value and gives back the one before. */
  public @Nullable V put(Node node, V value) {
    int at = find(keys, node);
    if (keys[at] != null) {
      V before = value(at);
      values[at] = value;
      return before;
    }
    keys[at] = node;
    values[at] = value;
    if (++size * 2 > keys.length) {
      grow();
    }
    return null;
  }

  public V computeIfAbsent(Node node, Function<? super Node, V> maker) {
    V known = get(node);
    if (known == null) {
      known = maker.apply(node);
      put(node, known);
    }
    return known;
  }

  @SuppressWarnings("unchecked") // only put writes there
  private V value(int at) {
    return (V) Objects.requireNonNull(values[at]);
  }

  @SuppressWarnings("ReferenceEquality") // as Node.is has it, without a call for each key
  private static int find(@Nullable Node[] keys, Node node) {
    int mask = keys.length - 1;
    // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the upper bits are mixed
    // best.
    int hash = (node.first() * 31 + node.last()) * 0x9E3779B9;
    int at = hash >>> Integer.numberOfLeadingZeros(mask);
    for (Node key = keys[at]; key != null && key != node; key = keys[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    @Nullable Node[] before = keys;
    @Nullable Object[] had = values;
    keys = new Node[before.length * 2];
    values = new Object[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      Node key = before[i];
      if (key != null) {
        int at = find(keys, key);
        keys[at] = key;
        values[at] = had[i];
      }
    }
  }
}
