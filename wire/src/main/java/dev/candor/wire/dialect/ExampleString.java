package dev.candor.wire.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A short text that fits a schema: the work folder where a path is wanted. */
final class ExampleString {
  private static final String ANY = "sample";
  private static final String HERE = ".";
  private static final int LONGEST = 10_000;

  private static final Pattern PATH =
      Pattern.compile("path|dir|folder|file|cwd|root|workspace", Pattern.CASE_INSENSITIVE);

  /** JSON Schema validation, 7.3. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date-time", "2026-01-01T00:00:00Z"),
          Map.entry("date", "2026-01-01"),
          Map.entry("time", "00:00:00Z"),
          Map.entry("duration", "P1D"),
          Map.entry("email", "sample@example.test"),
          Map.entry("hostname", "example.test"),
          Map.entry("ipv4", "127.0.0.1"),
          Map.entry("ipv6", "::1"),
          Map.entry("uri", "https://example.test/"),
          Map.entry("url", "https://example.test/"),
          Map.entry("uri-reference", "https://example.test/"),
          Map.entry("uuid", "00000000-0000-4000-8000-000000000000"),
          Map.entry("json-pointer", "/sample"));

  /** Short, so that no pattern takes long on them. */
  private static final List<String> COMMON =
      List.of(
          "a",
          "A",
          "1",
          "a1",
          "A1",
          "/",
          "/sample",
          "./sample",
          "2026-01-01",
          "00:00",
          "1.0.0",
          "#000000",
          "0x0",
          "00000000",
          "a@b.test",
          "a.b",
          "a:b",
          "a/b",
          "");

  /** What could make Java's matcher run for ever: repeated groups, large counts. */
  private static final Pattern COSTLY = Pattern.compile("\\)[*+?{]|\\{,?\\d*,?\\d{4,}|\\\\[1-9k]");

  private static final Pattern REPEAT = Pattern.compile("[*+?{]");
  private static final int LONGEST_PATTERN = 300;
  private static final int MOST_REPEATS = 12;

  private ExampleString() {}

  /**
   * @param name of the property that it is for
   * @param ordinal other texts for other ones
   */
  static String of(Facets facets, String name, int ordinal) {
    Optional<String> format =
        facets.first("format").map(f -> FORMATS.get(f.stringValue("").toLowerCase(Locale.ROOT)));
    return format.orElseGet(() -> patterned(facets, fitted(facets, plain(name, ordinal))));
  }

  private static String plain(String name, int ordinal) {
    return (ordinal == 0 ? "" : ordinal) + (PATH.matcher(name).find() ? HERE : ANY);
  }

  private static String fitted(Facets facets, String text) {
    int least = bound(facets.greatest("minLength").orElse(0));
    int most = bound(facets.least("maxLength").orElse(LONGEST));
    String longer =
        text.length() >= least
            ? text
            : text
                + ANY.repeat((least - text.length()) / ANY.length() + 1)
                    .substring(0, least - text.length());
    return longer.substring(0, Math.min(most, longer.length()));
  }

  private static int bound(double length) {
    return (int) Math.clamp(length, 0, LONGEST);
  }

  private static String patterned(Facets facets, String text) {
    return facets
        .first("pattern")
        .flatMap(ExampleString::matcher)
        .flatMap(pattern ->
            Stream.concat(Stream.of(text), COMMON.stream())
                .filter(s -> s.length() <= ANY.length() * 2 && s.equals(fitted(facets, s)))
                .filter(s -> pattern.matcher(s).find())
                .findFirst())
        .orElse(text);
  }

  private static Optional<Pattern> matcher(JsonNode pattern) {
    String text = pattern.stringValue("");
    if (text.length() > LONGEST_PATTERN
        || COSTLY.matcher(text).find()
        || REPEAT.matcher(text).results().count() > MOST_REPEATS) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
