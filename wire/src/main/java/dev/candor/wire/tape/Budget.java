package dev.candor.wire.tape;

/** How much may still be read, in bytes of memory that it takes, roughly. */
final class Budget {
  private long left;

  Budget(long bytes) {
    left = bytes;
  }

  /** More than is read. */
  static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1;
  }

  void take(long bytes) throws TooMuch {
    if (bytes > left) {
      throw new TooMuch();
    }
    left -= bytes;
  }
}
