package dev.candor.audit;

import java.util.List;

/**
 * How a report is written.
 *
 * @param all also what decoded but does not read as a list, and every entry and place
 * @param width columns of the terminal, 40 or more
 * @param colour whether ANSI colours may be used
 * @param asked how the report was asked for: the command's name, the package, then options as
 *     {@code --seed=1}, but for those that say where results go; empty where that is not known
 */
public record ReportOptions(boolean all, int width, boolean colour, List<String> asked) {
  /** For files and pipes: 80 columns, no colour. */
  public static final ReportOptions PLAIN = new ReportOptions(false, 80, false);

  public ReportOptions {
    width = Math.max(40, width);
    asked = List.copyOf(asked);
  }

  /** Where it is not known how the report was asked for. */
  public ReportOptions(boolean all, int width, boolean colour) {
    this(all, width, colour, List.of());
  }
}
