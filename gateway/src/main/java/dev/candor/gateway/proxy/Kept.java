package dev.candor.gateway.proxy;

import dev.candor.gateway.Budget;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;

/** The bytes of a body, copied as they come. Used by one event loop. */
final class Kept {
  private static final int SMALLEST = 1 << 12;
  private static final int LARGEST = 1 << 20;

  private final Budget budget;
  private final int most;
  private final Deque<byte[]> full = new ArrayDeque<>();
  private byte[] last = new byte[0];
  private int used;
  private int size;
  private long taken;

  /**
   * @param most bytes
   */
  Kept(Budget budget, int most) {
    this.budget = budget;
    this.most = most;
  }

  /**
   * Copies bytes, whose place stays as it was.
   *
   * @return false where they are too many, or nobody may hold so many now; then nothing is kept any
   *     more
   */
  boolean add(ByteBuf bytes) {
    int length = bytes.readableBytes();
    if (length > most - size) {
      drop();
      return false;
    }
    int index = bytes.readerIndex();
    int left = length;
    while (left > 0) {
      if (used == last.length && !grow(left)) {
        drop();
        return false;
      }
      int part = Math.min(left, last.length - used);
      bytes.getBytes(index, last, used, part);
      used += part;
      index += part;
      left -= part;
    }
    size += length;
    return true;
  }

  private boolean grow(int wanted) {
    int more = Math.clamp(Math.max(wanted, size), SMALLEST, LARGEST);
    if (!budget.take(more)) {
      return false;
    }
    taken += more;
    if (used > 0) {
      full.add(last);
    }
    last = new byte[more];
    used = 0;
    return true;
  }

  /**
   * All of it. What was taken from the budget stays taken, until {@link #drop}, since somebody
   * holds the bytes.
   */
  byte[] all() {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] part = full.poll(); part != null; part = full.poll()) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    System.arraycopy(last, 0, all, at, used);
    last = new byte[0];
    used = 0;
    return all;
  }

  /** Nothing of it is held any more. May be called more than once, from any thread in turn. */
  void drop() {
    full.clear();
    last = new byte[0];
    used = 0;
    budget.give(taken);
    taken = 0;
  }
}
