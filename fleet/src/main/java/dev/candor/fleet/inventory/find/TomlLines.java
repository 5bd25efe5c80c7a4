package dev.candor.fleet.inventory.find;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a TOML file (toml.io, 1.0) that stand on lines of their own, as those do that are looked
 * for. Texts over many lines and inline tables are passed over.
 */
final class TomlLines {
  private static final Pattern TABLE = Pattern.compile("^\\[{1,2}([^\\[\\]]+)]{1,2}\\s*(#.*)?$");

  private static final Pattern TEXT =
      Pattern.compile(
          "^([A-Za-z0-9_.\"'-]{1,200})\\s*=\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|'([^']*)')\\s*(#.*)?$");

  /** Addresses are shorter, and a pattern goes deep on long lines. */
  private static final int LONGEST = 4096;

  private TomlLines() {}

  static Map<String, String> of(String text) {
    Map<String, String> values = new TreeMap<>();
    String table = "";
    String fence = "";
    for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
      if (!fence.isEmpty()) {
        fence = line.contains(fence) ? "" : fence;
        continue;
      }
      fence = opened(line);
      if (line.length() > LONGEST) {
        continue;
      }
      Matcher head = TABLE.matcher(line);
      Matcher pair = TEXT.matcher(line);
      if (head.matches()) {
        table = unquoted(head.group(1)) + ".";
      } else if (fence.isEmpty() && pair.matches()) {
        String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
        values.put(table + unquoted(pair.group(1)), value);
      }
    }
    return values;
  }

  /** The sign that ends a text over many lines which begins here, if one does. */
  private static String opened(String line) {
    for (String fence : new String[] {"\"\"\"", "'''"}) {
      int at = line.indexOf(fence);
      if (at >= 0 && line.indexOf(fence, at + fence.length()) < 0) {
        return fence;
      }
    }
    return "";
  }

  private static String unquoted(String keys) {
    return keys.replaceAll("[\"' \\t]", "");
  }
}
