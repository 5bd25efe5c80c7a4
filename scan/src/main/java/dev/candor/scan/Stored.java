package dev.candor.scan;

import java.util.List;

/**
 * Data as it stands in a module, not yet unwrapped.
 *
 * @param data the values
 * @param start first byte in the module
 * @param end behind the last byte
 */
record Stored(Data data, long start, long end) {
  sealed interface Data {
    /**
     * One string literal, or several that the code concatenates; {@code escaped} when most of it is
     * written in escapes.
     */
    record Text(String value, boolean escaped) implements Data {}

    /** An array of string literals; {@code escaped} as for one. */
    record Texts(List<String> values, boolean escaped) implements Data {}

    /** An array of whole numbers. */
    record Numbers(long[] values) implements Data {}
  }
}
