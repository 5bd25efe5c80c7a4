package dev.candor.spark;

import dev.candor.campaign.detect.Rows;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that come from the workers part by part, so that no more than one part is here at a time.
 */
final class SparkRows implements Rows {
  private final Iterator<Row> rows;
  private @Nullable Row now;

  SparkRows(Iterator<Row> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    boolean more = SparkFailure.asking(rows::hasNext);
    now = more ? rows.next() : null;
    return more;
  }

  private @Nullable Object cell(int column) {
    if (now == null) {
      throw new NoSuchElementException("there is no row");
    }
    return now.get(column - 1);
  }

  @Override
  public int getInt(int column) {
    return Math.toIntExact(getLong(column));
  }

  @Override
  public long getLong(int column) {
    return switch (cell(column)) {
      case null -> 0;
      case Number number -> number.longValue();
      case Object other -> throw new IllegalArgumentException("no number: " + other.getClass());
    };
  }

  @Override
  public String getString(int column) {
    return String.valueOf(cell(column));
  }

  @Override
  public boolean isNull(int column) {
    return cell(column) == null;
  }

  @Override
  public void close() {
    now = null;
  }
}
