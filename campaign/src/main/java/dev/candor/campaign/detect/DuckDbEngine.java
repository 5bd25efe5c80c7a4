package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.ExchangeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The database in which an exchange log was opened.
 *
 * @param name of the folder with steps of its own
 * @param first the steps that sum up the log
 */
record DuckDbEngine(String name, Connection connection, Set<Column> columns, List<String> first)
    implements SqlEngine {
  DuckDbEngine(ExchangeLog log) {
    this("duckdb", log.connection(), log.columns(), FROM_EXCHANGES);
  }

  @Override
  public void run(String statement) {
    try (Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public Rows rows(String query) {
    try {
      return DuckDbRows.of(connection.createStatement(), query);
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public void numbers(String table, String column, BitSet numbers) {
    run("CREATE TABLE %s (%s INTEGER)".formatted(table, column));
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender(table)) {
      for (int a = numbers.nextSetBit(0); a >= 0; a = numbers.nextSetBit(a + 1)) {
        appender.beginRow();
        appender.append(a);
        appender.endRow();
      }
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }
}
