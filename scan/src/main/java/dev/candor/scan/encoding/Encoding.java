package dev.candor.scan.encoding;

import java.util.function.Consumer;

/**
 * A way to store text so that it does not read. Implementations are found by {@link
 * java.util.ServiceLoader}; a new one is one class with one test.
 */
public interface Encoding {
  /** What an encoding turns into what; the search never takes two of {@link #CIPHER} in a row. */
  enum Family {
    /** Bytes written with fewer characters: base64, hex. */
    ALPHABET,
    /** Bytes made shorter. */
    PACKED,
    /** Each byte changed: XOR, a shift, a stream cipher. */
    CIPHER,
    /** The same bytes in another order. */
    ORDER
  }

  Family family();

  /** Whether it makes sense to undo this encoding on text that is printable as it stands. */
  default boolean onText() {
    return true;
  }

  /** Whether undoing it costs so much that it is tried only on what nothing cheaper reads. */
  default boolean dear() {
    return false;
  }

  /**
   * Gives {@code out} whatever {@code in} may be when this encoding is undone; nothing where it
   * cannot be this encoding. Wrong guesses cost time only: the search keeps what reads.
   */
  void peel(Pieces in, Clues clues, Consumer<Peeled> out);
}
