package dev.candor.campaign.report;

import com.google.auto.service.AutoService;
import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.Resources;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Apache Parquet, by DuckDB. */
@AutoService(TableFormat.class)
public final class ParquetTables implements TableFormat {
  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public void write(Table table, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Engine engine =
          Engine.open(
              List.of(), folder == null ? List.of() : List.of(folder), Resources.standard());
      try {
        fill(engine.connection(), table);
        try (Statement statement = engine.connection().createStatement()) {
          statement.execute(
              "COPY written TO %s (FORMAT parquet)"
                  .formatted(Engine.literal(file.toAbsolutePath().toString())));
        }
      } finally {
        engine.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(Connection connection, Table table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          table.headings().stream()
              .map(heading -> "\"" + heading.name() + "\" " + heading.type().sql())
              .collect(Collectors.joining(", ", "CREATE TABLE written (", ")")));
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("written")) {
      for (List<Object> row : table.rows()) {
        appender.beginRow();
        for (Object cell : row) {
          append(appender, cell);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, Object cell) throws SQLException {
    switch (cell) {
      case Long count -> appender.append(count.longValue());
      case Double number -> appender.append(number.doubleValue());
      case Instant moment -> appender.append(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
      default -> appender.append(cell.toString());
    }
  }
}
