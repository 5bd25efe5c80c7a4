package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement with what stands at its question marks: texts, long numbers or bytes.
 *
 * @param text with a question mark for each value
 */
record Sql(String text, List<Object> values) {
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  interface EachRow {
    void on(ResultSet row) throws SQLException;
  }

  Sql {
    values = List.copyOf(values);
  }

  static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    each(connection, result -> all.add(row.of(result)));
    return all;
  }

  /** The only row; empty where there is none. */
  <T> Optional<T> one(Connection connection, Row<T> row) throws SQLException {
    return list(connection, row).stream().findFirst();
  }

  /** The only number of the only row. */
  long number(Connection connection) throws SQLException {
    return one(connection, row -> row.getLong(1)).orElseThrow();
  }

  void each(Connection connection, EachRow each) throws SQLException {
    try (PreparedStatement statement = prepared(connection);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        each.on(result);
      }
    }
  }

  /** How many rows are other than before. */
  int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case String word -> statement.setString(i + 1, word);
        case Long number -> statement.setLong(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case Object other ->
            throw new IllegalArgumentException("no value of a statement: " + other);
      }
    }
    return statement;
  }
}
