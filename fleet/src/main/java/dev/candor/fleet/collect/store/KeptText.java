package dev.candor.fleet.collect.store;

/** Text as both databases can hold it: cut, and without what one of them refuses. */
final class KeptText {
  private KeptText() {}

  /**
   * U+0000 and lone surrogates are written as {@code \}{@code u{HEX}}.
   *
   * @param most UTF-16 units that are kept
   */
  static String of(String text, int most) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
    text.codePoints()
        .takeWhile(_ -> kept.length() < most)
        .forEach(c -> {
          if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            kept.append("\\u{%X}".formatted(c));
          } else {
            kept.appendCodePoint(c);
          }
        });
    return kept.toString();
  }
}
