package dev.candor.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a slice of an artifact's code came to in the {@link Sandbox}. All text in it comes from
 * outside and is hostile until it is made visible.
 */
sealed interface Outcome {
  /** A string, or the pattern of a regular expression; at most 16 Mi UTF-16 units. */
  record Text(String text) implements Outcome {}

  /**
   * The strings of an array, set, map, iterable or object, in its order, nested ones flattened up
   * to six deep; numbers in decimal, byte arrays read as UTF-8. Cut at 100,000 strings or 16 Mi
   * UTF-16 units.
   */
  record Lines(List<String> lines) implements Outcome {}

  /**
   * A Buffer, Uint8Array or ArrayBuffer.
   *
   * @param latin1 one character of U+0000 to U+00FF for each byte, at most 16 Mi
   */
  record Bytes(String latin1) implements Outcome {
    byte[] bytes() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** A number or a BigInt; the latter rounded. */
  record Numeric(double value) implements Outcome {}

  /** {@code undefined}, {@code null}, a boolean, a function, a promise that nothing settles. */
  record Nothing() implements Outcome {}

  /**
   * No value.
   *
   * @param message for people; partly the artifact's own words, at most 300 UTF-16 units
   */
  record Failed(Reason reason, String message) implements Outcome {}

  /** Why there is no value. */
  enum Reason {
    /** The engine cannot parse it. */
    SYNTAX,
    /** It threw, or recursed too deep, or asked for a longer string or array than there may be. */
    ERROR,
    /** It ran more statements than allowed. */
    STATEMENTS,
    /** It allocated more than allowed. */
    MEMORY,
    /** It took longer than allowed. */
    TIME
  }
}
