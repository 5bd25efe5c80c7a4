package dev.candor.campaign.log;

import java.util.ArrayList;
import java.util.List;

/** A line of CSV (RFC 4180), but that a value ends on the line on which it begins. */
final class CsvLine {
  private CsvLine() {}

  /**
   * Its values.
   *
   * @throws BadRow if a quote is not closed, or something follows it
   */
  static List<String> values(String line) throws BadRow {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (true) {
      if (at < line.length() && line.charAt(at) == '"') {
        int end = closing(line, at);
        values.add(line.substring(at + 1, end).replace("\"\"", "\""));
        at = end + 1;
        if (at < line.length() && line.charAt(at) != ',') {
          throw new BadRow("text follows a closing quote");
        }
      } else {
        int end = line.indexOf(',', at);
        end = end < 0 ? line.length() : end;
        values.add(line.substring(at, end));
        at = end;
      }
      if (at >= line.length()) {
        return values;
      }
      at++;
    }
  }

  private static int closing(String line, int opening) throws BadRow {
    int at = opening + 1;
    while (true) {
      at = line.indexOf('"', at);
      if (at < 0) {
        throw new BadRow("a quote is not closed on its line");
      }
      if (at + 1 >= line.length() || line.charAt(at + 1) != '"') {
        return at;
      }
      at += 2;
    }
  }
}
