package dev.candor.audit;

/**
 * How a report is written.
 *
 * @param all also what decoded but does not read as a list, and every entry and place
 * @param width columns of the terminal, 40 or more
 * @param colour whether ANSI colours may be used
 */
public record ReportOptions(boolean all, int width, boolean colour) {
  /** For files and pipes: 80 columns, no colour. */
  public static final ReportOptions PLAIN = new ReportOptions(false, 80, false);

  public ReportOptions {
    width = Math.max(40, width);
  }
}
