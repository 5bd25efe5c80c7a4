package dev.candor.campaign.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parquet files that have the same columns with the same types, read where they are.
 *
 * @param types of the columns that they have
 * @param latest the last moment that is not in the future, in milliseconds since 1970
 */
record ParquetRows(List<Path> files, Map<Column, String> types, long latest) {
  private static final Spelling SPELLING = new DuckDbSpelling();

  ParquetRows {
    files = List.copyOf(files);
  }

  /**
   * The rows as SQL, after all of them were looked at once.
   *
   * @param rejects gets those that are left out
   */
  String select(Connection connection, Rejects rejects) throws SQLException {
    long bad = count(connection, rejects);
    if (bad > 0) {
      keep(connection, rejects);
    }
    // Nothing is asked of each row again where no row was bad.
    return "SELECT "
        + columns()
        + " FROM "
        + source(files)
        + (bad > 0 ? " WHERE " + flaw() + " IS NULL" : "");
  }

  private long count(Connection connection, Rejects rejects) throws SQLException {
    long bad = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT flaw, count(*) FROM (SELECT %s AS flaw FROM %s) WHERE flaw IS NOT NULL GROUP BY flaw"
                    .formatted(flaw(), source(files)))) {
      while (rows.next()) {
        bad += rows.getLong(2);
        rejects.count(rows.getString(1), rows.getLong(2));
      }
    }
    return bad;
  }

  private void keep(Connection connection, Rejects rejects) throws SQLException {
    for (Path file : files) {
      if (rejects.room() == 0) {
        return;
      }
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT file_row_number + 1, flaw FROM (SELECT file_row_number, %s AS flaw FROM %s) WHERE flaw IS NOT NULL ORDER BY file_row_number LIMIT %d"
                      .formatted(flaw(), source(List.of(file)), rejects.room()))) {
        while (rows.next()) {
          rejects.keep(new Reject(file.toString(), rows.getLong(1), rows.getString(2)));
        }
      }
    }
  }

  private String columns() {
    return Stream.of(Column.values())
        .map(column ->
            types.containsKey(column)
                ? value(column) + " AS " + column.label()
                : "CAST(NULL AS %s) AS %s".formatted(column.type().sql(), column.label()))
        .collect(Collectors.joining(", "));
  }

  /** The reason for which a row is left out; NULL for a good one. */
  private String flaw() {
    return new Flaws(types, latest, SPELLING).sql();
  }

  private String value(Column column) {
    return SPELLING.value(column, types.getOrDefault(column, ""));
  }

  private static String source(List<Path> files) {
    return files.stream()
        .map(file -> Engine.literal(file.toAbsolutePath().toString()))
        .collect(Collectors.joining(",", "read_parquet([", "])"));
  }
}
