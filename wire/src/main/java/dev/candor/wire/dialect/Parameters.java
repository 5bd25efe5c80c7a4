package dev.candor.wire.dialect;

import dev.candor.wire.Request;
import java.util.stream.Stream;

/** The query of a request's target, as it was sent. */
final class Parameters {
  private Parameters() {}

  static boolean has(Request request, String name) {
    return pairs(request).anyMatch(pair -> pair.startsWith(name + "="));
  }

  static boolean has(Request request, String name, String value) {
    return pairs(request).anyMatch(pair -> pair.equals(name + "=" + value));
  }

  private static Stream<String> pairs(Request request) {
    String target = request.target();
    int query = target.indexOf('?');
    return query < 0 ? Stream.empty() : Stream.of(target.substring(query + 1).split("&"));
  }
}
