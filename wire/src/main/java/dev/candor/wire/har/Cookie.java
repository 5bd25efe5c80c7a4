package dev.candor.wire.har;

import dev.candor.wire.Header;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A cookie that was sent or set (RFC 6265). */
record Cookie(
    String name,
    String value,
    Optional<String> path,
    Optional<String> domain,
    Optional<Instant> expires,
    boolean httpOnly,
    boolean secure) {

  /** Those of the Cookie headers. */
  static List<Cookie> sent(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.is("Cookie"))
        .flatMap(header -> Arrays.stream(header.value().split(";")))
        .filter(pair -> !pair.isBlank())
        .map(pair -> of(pair, Map.of()))
        .toList();
  }

  /** Those of the Set-Cookie headers. */
  static List<Cookie> set(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.is("Set-Cookie"))
        .map(header -> header.value().split(";", 2))
        .map(parts -> of(parts[0], parts.length < 2 ? Map.of() : attributes(parts[1])))
        .toList();
  }

  private static Cookie of(String pair, Map<String, String> attributes) {
    return new Cookie(
        before(pair),
        after(pair),
        Optional.ofNullable(attributes.get("path")),
        Optional.ofNullable(attributes.get("domain")),
        Optional.ofNullable(attributes.get("expires")).flatMap(Cookie::instant),
        attributes.containsKey("httponly"),
        attributes.containsKey("secure"));
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : text.split(";")) {
      attributes.put(before(attribute).toLowerCase(Locale.ROOT), after(attribute));
    }
    return attributes;
  }

  private static String before(String pair) {
    int equals = pair.indexOf('=');
    return (equals < 0 ? pair : pair.substring(0, equals)).strip();
  }

  private static String after(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? "" : pair.substring(equals + 1).strip();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
