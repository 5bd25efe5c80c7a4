package dev.candor.campaign.detect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Numbers of accounts or values as a table, for the next step to join. */
final class Numbers {
  private Numbers() {}

  /** Makes the table; its one column is an integer of that name. */
  static void write(Connection connection, String table, String column, BitSet numbers)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE %s (%s INTEGER)".formatted(table, column));
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender(table)) {
      for (int a = numbers.nextSetBit(0); a >= 0; a = numbers.nextSetBit(a + 1)) {
        appender.beginRow();
        appender.append(a);
        appender.endRow();
      }
    }
  }
}
