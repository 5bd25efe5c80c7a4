package dev.candor.campaign.detect;

import dev.candor.campaign.log.ExchangeLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows by JDBC. */
record DuckDbRows(Statement statement, ResultSet rows) implements Rows {
  /**
   * What a query gives.
   *
   * @param statement which is closed with them
   */
  static DuckDbRows of(Statement statement, String query) throws SQLException {
    try {
      return new DuckDbRows(statement, statement.executeQuery(query));
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public int getInt(int column) {
    try {
      return rows.getInt(column);
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public long getLong(int column) {
    try {
      return rows.getLong(column);
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public String getString(int column) {
    try {
      return String.valueOf(rows.getString(column));
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public boolean isNull(int column) {
    try {
      return rows.getObject(column) == null;
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }
}
