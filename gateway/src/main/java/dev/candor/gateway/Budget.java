package dev.candor.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be held at once, by all requests together. */
public final class Budget {
  private final AtomicLong left;

  public Budget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** Takes them, or nothing where there are not so many left. */
  public boolean take(long bytes) {
    long after = left.addAndGet(-bytes);
    if (after < 0) {
      left.addAndGet(bytes);
      return false;
    }
    return true;
  }

  /** Gives back what was taken. */
  public void give(long bytes) {
    left.addAndGet(bytes);
  }

  /** How many there are left. */
  public long left() {
    return left.get();
  }
}
