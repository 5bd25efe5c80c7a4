package dev.candor.campaign.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Logs for tests. */
final class Logs {
  /** When the tests' logs are read. */
  static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");

  private static final Resources SMALL =
      new Resources(512L << 20, 2, Path.of(System.getProperty("java.io.tmpdir")));

  private Logs() {}

  static ExchangeLog open(Path... files) {
    return ExchangeLog.open(List.of(files), List.of(), SMALL, NOW);
  }

  static Path text(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the rows of a query as Parquet. */
  static Path parquet(Path file, String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet)".formatted(query, Engine.literal(file.toString())));
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, values joined by {@code |}. */
  static List<String> rows(ExchangeLog log, String query) {
    List<String> found = new ArrayList<>();
    try (Statement statement = log.connection().createStatement()) {
      if (!statement.execute(query)) {
        return found;
      }
      ResultSet rows = statement.getResultSet();
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join("|", values));
      }
      return found;
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }
}
