package dev.candor.campaign.log;

import java.util.Map;
import java.util.Set;

/** Takes a line of one format apart. */
interface RowReader {
  /**
   * Puts the values of a line into an empty row.
   *
   * @throws BadRow if the line is not of the format
   */
  void read(String line, Map<Column, String> row) throws BadRow;

  /** The columns that lines had until now. */
  Set<Column> columns();
}
