package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exchanges from one or more files, as the view {@code exchange} of a database: it has all columns
 * of {@link Column} with their types, and NULL in those that no file has.
 */
public final class ExchangeLog implements AutoCloseable {
  private final Engine engine;
  private final Set<Column> columns;

  private ExchangeLog(Engine engine, Set<Column> columns) {
    this.engine = engine;
    this.columns = Collections.unmodifiableSet(columns);
  }

  /**
   * Opens a log.
   *
   * @param files Parquet, CSV or JSON lines
   * @param outputs folders that SQL on {@link #connection} may write into
   * @throws InputException if a file is no log, or a required column is missing
   */
  public static ExchangeLog open(List<Path> files, List<Path> outputs, Resources resources) {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new InputException(
            "There is no file %s that can be read. Name a Parquet, CSV or JSON lines file."
                .formatted(file));
      }
    }
    try {
      Engine engine = Engine.open(files, outputs, resources);
      try {
        Set<Column> present = EnumSet.noneOf(Column.class);
        List<String> parts = new ArrayList<>();
        for (Path file : files) {
          parts.add(select(engine.connection(), file, present));
        }
        try (Statement statement = engine.connection().createStatement()) {
          statement.execute("CREATE VIEW exchange AS " + String.join(" UNION ALL ", parts));
        }
        return new ExchangeLog(engine, present);
      } catch (SQLException | RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new InputException("The log cannot be read: %s".formatted(e.getMessage()), e);
    }
  }

  /** The database with the view; closed with this log. */
  public Connection connection() {
    return engine.connection();
  }

  /** The columns that at least one of the files has. */
  public Set<Column> columns() {
    return columns;
  }

  @Override
  public void close() {
    try {
      engine.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String select(Connection connection, Path file, Set<Column> present)
      throws SQLException {
    String source = source(file);
    EnumSet<Column> here = EnumSet.noneOf(Column.class);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (rows.next()) {
        Column.named(rows.getString(1)).ifPresent(here::add);
      }
    }
    for (Column column : Column.values()) {
      if (column.required() && !here.contains(column)) {
        throw new InputException(
            "%s has no column %s, which every exchange log needs. Name the column so."
                .formatted(file, column.label()));
      }
    }
    present.addAll(here);
    return Stream.of(Column.values())
        .map(column ->
            "CAST(%s AS %s) AS %s"
                .formatted(
                    here.contains(column) ? column.label() : "NULL",
                    column.type().sql(),
                    column.label()))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source));
  }

  private static String source(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String literal = Engine.literal(file.toAbsolutePath().toString());
    if (name.endsWith(".parquet")) {
      return "read_parquet(" + literal + ")";
    }
    return name.endsWith(".csv")
        ? "read_csv(" + literal + ", header=true, all_varchar=true)"
        : "read_json(" + literal + ", format='newline_delimited')";
  }
}
