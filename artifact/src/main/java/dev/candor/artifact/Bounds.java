package dev.candor.artifact;

import java.util.Locale;

/** What one walk over an artifact has used of its {@link Limits}. */
final class Bounds {
  /** A limit of the whole walk is reached: nothing more is read. */
  static final class WalkStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    WalkStopped(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private final Limits limits;
  private long entries;
  private long bytes;

  Bounds(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  long entriesLeft() {
    return limits.entries() - entries;
  }

  /** Counts one name seen, whether it is read or left out. */
  void countEntry() {
    if (++entries > limits.entries()) {
      throw new WalkStopped(
          String.format(
              Locale.ROOT,
              "it has more than %,d entries, the rest was not read",
              limits.entries()));
    }
  }

  void countBytes(long count) {
    bytes += count;
    if (bytes > limits.totalBytes()) {
      throw new WalkStopped(
          String.format(
              Locale.ROOT,
              "it unpacks to more than %,d bytes, the rest was not read",
              limits.totalBytes()));
    }
  }
}
