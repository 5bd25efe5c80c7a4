package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Numbers;

/** A constant that code was found to amount to. */
sealed interface Value {
  record Text(String text) implements Value {}

  record Amount(double number) implements Value {}

  record Truth(boolean truth) implements Value {}

  /** As a literal that may stand wherever the expression stood. */
  default String literal() {
    return switch (this) {
      case Text(String text) -> quoted(text);
      case Amount(double number) ->
          number < 0 ? "(" + Numbers.spelt(number) + ")" : Numbers.spelt(number);
      case Truth(boolean truth) -> Boolean.toString(truth);
    };
  }

  /** A string literal in ASCII quotes; other characters stand for themselves. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            literal.append(c).append(text.charAt(++i));
          } else if (c < ' '
              || c == 0x7f
              || c == 0x2028
              || c == 0x2029
              || Character.isSurrogate(c)) {
            literal.append(String.format("\\u%04x", (int) c));
          } else {
            literal.append(c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }
}
