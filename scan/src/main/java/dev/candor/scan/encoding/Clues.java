package dev.candor.scan.encoding;

import java.util.List;
import java.util.Set;

/**
 * What the code around stored data says of how it may be encoded.
 *
 * @param alphabets strings of 64 distinct characters in the same module
 * @param keys short strings and byte arrays near the data, any of which may be a key
 * @param known steps that longer data of the same module was read with
 * @param cipher whether the code near the data speaks of AES
 * @param effort how much the data is worth
 */
public record Clues(
    List<String> alphabets, List<byte[]> keys, Set<String> known, boolean cipher, Effort effort) {
  /** Searches cost from nanoseconds to milliseconds, and a large package has millions of runs. */
  public enum Effort {
    /** A printable run of an executable. */
    LEAST,
    /** A literal of source code. */
    QUICK,
    /** A literal near code that decodes. */
    FULL
  }

  /** For printable runs outside source code. */
  public static final Clues NONE = new Clues(List.of(), List.of(), Set.of(), false, Effort.LEAST);

  /** For source code that gives no clue. */
  public static final Clues SOURCE = new Clues(List.of(), List.of(), Set.of(), false, Effort.FULL);

  /** Whether the data is a literal of source code. */
  public boolean source() {
    return effort != Effort.LEAST;
  }
}
