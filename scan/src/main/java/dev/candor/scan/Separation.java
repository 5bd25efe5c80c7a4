package dev.candor.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what stands between the entries of a list: any character or pair, a width, a length. */
final class Separation {
  /** Characters that entries are made of are tried last, letters and digits never. */
  private static final String LAST = ": /-_.";

  /** A name of fewer parts is one entry: a host, a path, a version. */
  private static final int FEWEST_PARTS = 6;

  private Separation() {}

  /** The entries under the separator that leaves the most regular ones. */
  static Optional<List<String>> best(String text) {
    Optional<List<String>> array = jsonStrings(text);
    if (array.isPresent()) {
      return array;
    }
    Optional<List<String>> counted = Counted.entries(text).filter(Entries::areNames);
    if (counted.isPresent()) {
      return counted;
    }
    for (String separator : candidates(text)) {
      List<String> entries = split(text, separator);
      if (Entries.areNames(entries)
          && !(separator.equals(" ") && isRunningText(text, entries))
          && !(entries.size() < FEWEST_PARTS && isOneName(text, separator))) {
        return Optional.of(entries);
      }
    }
    return Optional.empty();
  }

  /**
   * Words between spaces are a list only where nothing else, no line and no mark, structures the
   * text.
   */
  private static boolean isRunningText(String text, List<String> entries) {
    return text.strip().indexOf('\n') >= 0
        || !entries.stream().allMatch(Entries::isName)
        || entries.stream().filter(Entries::isFunctionWord).count() * 12 > entries.size();
  }

  /** {@code api.some-name.com.br} is no list of its labels. */
  private static boolean isOneName(String text, String separator) {
    return !separator.equals(" ") && LAST.contains(separator) && Entries.isName(text);
  }

  /** Separators in the order in which they are worth trying. */
  private static List<String> candidates(String text) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!Character.isLetterOrDigit(c)) {
        counts.merge(c, 1, Integer::sum);
      }
      i += Character.charCount(c);
    }
    List<Integer> frequent =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= Entries.FEWEST - 1)
            .map(java.util.Map.Entry::getKey)
            .sorted((a, b) ->
                rank(a) != rank(b)
                    ? Integer.compare(rank(a), rank(b))
                    : Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)))
            .limit(8)
            .toList();
    List<String> separators = new ArrayList<>();
    for (int c : frequent) {
      String one = Character.toString(c);
      for (int d : frequent) {
        String two = one + Character.toString(d);
        // What the first entry begins with, or the last one ends with, is no part of the separator.
        boolean ofEntries = text.startsWith(Character.toString(d)) || text.endsWith(one);
        if (!ofEntries && occurrences(text, two) == counts.getOrDefault(c, 0)) {
          separators.add(two);
        }
      }
      separators.add(one);
    }
    return separators;
  }

  private static int occurrences(String text, String part) {
    int n = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
      n++;
    }
    return n;
  }

  private static int rank(int c) {
    if (c < ' ') {
      return 0;
    }
    int late = LAST.indexOf(c);
    return late < 0 ? 1 : 2 + late;
  }

  static List<String> split(String text, String separator) {
    List<String> entries = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf(separator, from);
      String entry = text.substring(from, to < 0 ? text.length() : to).strip();
      // Padding to a width, and a separator at either end, leave empty entries.
      if (!entry.isEmpty()) {
        entries.add(entry);
      }
      if (to < 0) {
        break;
      }
      from = to + separator.length();
    }
    return entries;
  }

  /** Whether the text is an array of strings, which no wrong key or order makes. */
  static boolean isArray(String text) {
    return jsonStrings(text).filter(entries -> entries.size() >= Entries.FEWEST).isPresent();
  }

  /** {@code ["a","b"]} with no escapes but those of quotes and backslashes. */
  private static Optional<List<String>> jsonStrings(String text) {
    String body = text.strip();
    if (!body.startsWith("[") || !body.endsWith("]")) {
      return Optional.empty();
    }
    List<String> entries = new ArrayList<>();
    int at = 1;
    int end = body.length() - 1;
    while (at < end) {
      char c = body.charAt(at);
      if (c == '"') {
        int close = at + 1;
        while (close < end && body.charAt(close) != '"') {
          close += body.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= end) {
          return Optional.empty();
        }
        entries.add(
            body.substring(at + 1, close)
                .replace("\\\"", "\"")
                .replace("\\/", "/")
                .replace("\\\\", "\\"));
        at = close + 1;
      } else if (c == ',' || Character.isWhitespace(c)) {
        at++;
      } else {
        return Optional.empty();
      }
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }
}
