package dev.candor.specimens.js;

import java.util.List;
import java.util.stream.Collectors;

/** Values as JavaScript literals. */
public final class Literals {
  private Literals() {}

  /** A string literal in the given quotes; characters outside printable ASCII are escaped. */
  public static String quote(String text, char quote) {
    StringBuilder out = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c == quote) {
            out.append('\\').append(c);
          } else if (c < ' ' || c > '~') {
            out.append(escape(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append(quote).toString();
  }

  private static String escape(char c) {
    return c < 0x100 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
  }

  public static String strings(List<String> texts) {
    return texts.stream().map(t -> quote(t, '"')).collect(Collectors.joining(", ", "[", "]"));
  }

  public static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A byte array as a list of numbers from 0 to 255. */
  public static List<Integer> unsigned(byte[] bytes) {
    return java.util.stream.IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 255).toList();
  }
}
