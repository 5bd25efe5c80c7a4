package dev.candor.campaign.log;

/** SQL as DuckDB has it. */
final class DuckDbSpelling implements Spelling {
  private static final long MICROS = 1000;

  @Override
  public String value(Column column, String type) {
    return ParquetColumns.value(column, type);
  }

  @Override
  public String moment(long millis) {
    return "make_timestamp(" + millis * MICROS + ")";
  }

  /** Bytes first, which are counted already: no text has more characters. */
  @Override
  public String longer(String text, int characters) {
    return "strlen(%1$s) > %2$d AND length(%1$s) > %2$d".formatted(text, characters);
  }
}
