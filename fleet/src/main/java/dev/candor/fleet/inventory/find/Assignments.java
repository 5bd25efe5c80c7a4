package dev.candor.fleet.inventory.find;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that a shell's file sets in the plainest way: {@code export NAME=value}, {@code set -gx
 * NAME value} of fish, or {@code NAME=value}. Nothing is expanded.
 */
final class Assignments {
  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*(?:export\\s+|declare\\s+-\\w+\\s+|typeset\\s+-\\w+\\s+|set(?:\\s+-\\w+)+\\s+)?"
              + "([A-Za-z_][A-Za-z0-9_]{0,99})(?:\\s*=\\s*|\\s+)"
              + "(?:\"([^\"]*)\"|'([^']*)'|([^\\s#;]+)).*$");

  private static final int LONGEST = 4096;

  private Assignments() {}

  /** The last value of each variable that is set. */
  static Map<String, String> of(String text) {
    Map<String, String> values = new TreeMap<>();
    text.lines()
        .filter(line -> line.length() <= LONGEST)
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(Assignments::isAssignment)
        .forEach(matcher -> values.put(matcher.group(1), value(matcher)));
    return values;
  }

  /** A name and a word behind it are a command, but for fish. */
  private static boolean isAssignment(Matcher line) {
    String text = line.group();
    String lead = text.substring(0, line.end(1)).stripLeading();
    return lead.startsWith("set ") || text.substring(line.end(1)).stripLeading().startsWith("=");
  }

  private static String value(Matcher line) {
    for (int group = 2; group < 4; group++) {
      if (line.group(group) != null) {
        return line.group(group);
      }
    }
    return line.group(4);
  }
}
