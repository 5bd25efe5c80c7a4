package dev.candor.text;

import java.util.regex.Pattern;

/** One value in CSV (RFC 4180), which no spreadsheet takes for a formula. */
public final class CsvCell {
  /**
   * What comes before the first character of a formula: the cell's beginning, or a semicolon, which
   * parts cells where the comma is the decimal point. Some spreadsheets know full-width signs too.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?:^|;) *(?=[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])");

  private static final String QUOTED = ",\"'\r\n";

  private CsvCell() {}

  /**
   * The text as a cell: in quotes where it needs them, and with an apostrophe before a character
   * that would begin a formula (OWASP, CSV Injection).
   */
  public static String of(String text) {
    String safe = FORMULA.matcher(text).replaceAll("$0'");
    boolean quoted = safe.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
