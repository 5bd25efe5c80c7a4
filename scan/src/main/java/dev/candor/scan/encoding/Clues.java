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
 * @param source whether the data is a literal of source code; searches too dear for the millions of
 *     printable runs of an executable are made only then
 */
public record Clues(
    List<String> alphabets, List<byte[]> keys, Set<String> known, boolean cipher, boolean source) {
  /** For printable runs outside source code. */
  public static final Clues NONE = new Clues(List.of(), List.of(), Set.of(), false, false);

  /** For source code that gives no clue. */
  public static final Clues SOURCE = new Clues(List.of(), List.of(), Set.of(), false, true);
}
