package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Cursor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a page was asked for, as its address has it.
 *
 * @param values by name; none is blank
 */
public record Query(Map<String, String> values) {
  static final String AFTER = "after";

  private static final int LONGEST_NUMBER = 18;

  public Query {
    values = Map.copyOf(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** What stands in a field of a form. */
  String shown(String name) {
    return values.getOrDefault(name, "");
  }

  /** A number from 0 on; what is none is as if it were not there. */
  Optional<Long> number(String name) {
    return text(name)
        .filter(text ->
            text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Long::parseLong);
  }

  Optional<Cursor> cursor() {
    return text(AFTER).flatMap(Cursor::of);
  }

  /** The same page from another row on: what stands behind the question mark. */
  String after(String row) {
    SequencedMap<String, String> next = new TreeMap<>(values);
    next.put(AFTER, row);
    return written(next);
  }

  static String written(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> coded(one.getKey()) + "=" + coded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** As it stands in an address. A lone surrogate, which has no UTF-8, becomes a question mark. */
  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
