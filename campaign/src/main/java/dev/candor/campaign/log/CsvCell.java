package dev.candor.campaign.log;

/** One value in CSV (RFC 4180), which no spreadsheet takes for a formula. */
public final class CsvCell {
  private static final String FORMULA = "=+-@\t\r";

  private CsvCell() {}

  /**
   * The text as a cell: in quotes where it needs them, and behind an apostrophe where its first
   * character would begin a formula (OWASP, CSV Injection).
   */
  public static String of(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\'');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
