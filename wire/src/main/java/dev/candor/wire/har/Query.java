package dev.candor.wire.har;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** The query of a target as a form (URL standard, 5.1). */
final class Query {
  record Pair(String name, String value) {}

  private Query() {}

  static List<Pair> of(String target) {
    int start = target.indexOf('?');
    int fragment = target.indexOf('#', start + 1);
    if (start < 0) {
      return List.of();
    }
    String query = target.substring(start + 1, fragment < 0 ? target.length() : fragment);
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(Query::pair)
        .toList();
  }

  private static Pair pair(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Pair(decoded(text), "")
        : new Pair(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
  }

  private static String decoded(String text) {
    // A recorded target has one character for each byte; one of another archive may have any.
    byte[] bytes = text.getBytes(text.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return out.toString(UTF_8);
  }
}
