package dev.candor.campaign.log;

/** How an engine of SQL spells what is asked of the rows of Parquet files. */
public interface Spelling {
  /**
   * The value of a column as its own type; NULL where it cannot be one. It is the column's name
   * where nothing has to be done.
   *
   * @param type that the column has in the file, as DuckDB names it
   */
  String value(Column column, String type);

  /**
   * A moment in UTC.
   *
   * @param millis since 1970
   */
  String moment(long millis);

  /** Whether a text has more characters than that. */
  String longer(String text, int characters);
}
