package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * Exchanges from one or more files, as the view {@code exchange} of a database: it has all columns
 * of {@link Column} with their types, and NULL in those that a file has not. Rows that cannot be
 * used are left out and told.
 */
public final class ExchangeLog implements AutoCloseable {
  private final Engine engine;
  private final Set<Column> columns;
  private final Rejects rejects;

  private ExchangeLog(Engine engine, Set<Column> columns, Rejects rejects) {
    this.engine = engine;
    this.columns = Collections.unmodifiableSet(columns);
    this.rejects = rejects;
  }

  /**
   * Opens a log and looks at each of its rows.
   *
   * @param paths Parquet, CSV or JSON lines, told apart by content first; a folder stands for the
   *     files in it
   * @param outputs folders that SQL on {@link #connection} may write into
   * @param now what is a day later is in the future
   * @throws InputException if a file is no log, or has no column that is required
   */
  public static ExchangeLog open(
      List<Path> paths, List<Path> outputs, Resources resources, Instant now) {
    return open(paths, outputs, resources, now, Optional.empty());
  }

  /**
   * The same with another database beside it.
   *
   * @param kept as {@link Engine#open(List, List, Resources, Optional)} has it
   */
  public static ExchangeLog open(
      List<Path> paths, List<Path> outputs, Resources resources, Instant now, Optional<Path> kept) {
    List<Path> files = LogFiles.of(paths);
    try {
      Engine engine = Engine.open(files, outputs, resources, kept);
      try {
        return new Opening(engine, now).open(files);
      } catch (SQLException | RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What a failure of SQL on {@link #connection} means for the user. */
  public static InputException failure(SQLException e) {
    String text = String.valueOf(e.getMessage());
    String first = text.lines().findFirst().orElse("");
    boolean memory = first.startsWith("Out of Memory");
    return new InputException(
        "The exchange log cannot be read: %s. %s"
            .formatted(
                first.endsWith(".") ? first.substring(0, first.length() - 1) : first,
                memory
                    ? "Give more memory, or fewer files at a time."
                    : "Write the file anew, or leave it out."),
        e);
  }

  /** The last moment that is not in the future, in milliseconds since 1970: clocks may go wrong. */
  public static long latest(Instant now) {
    return now.toEpochMilli() + Values.AHEAD;
  }

  /** The database with the view; closed with this log. */
  public Connection connection() {
    return engine.connection();
  }

  /** The columns that at least one of the files has. */
  public Set<Column> columns() {
    return columns;
  }

  /** The rows that are not in the view. */
  public Rejects rejects() {
    return rejects;
  }

  /** Ends the database and removes what it spilled. */
  @Override
  public void close() {
    try {
      engine.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is known while the files are gone through. */
  private static final class Opening {
    private final Engine engine;
    private final long latest;
    private final Rejects rejects = new Rejects();
    private final Set<Column> columns = EnumSet.noneOf(Column.class);
    private final Map<Map<Column, String>, List<Path>> parquet = new LinkedHashMap<>();

    Opening(Engine engine, Instant now) {
      this.engine = engine;
      latest = latest(now);
    }

    ExchangeLog open(List<Path> files) throws SQLException {
      Connection connection = engine.connection();
      TextIntake texts = new TextIntake(connection.unwrap(DuckDBConnection.class), latest, rejects);
      for (Path file : files) {
        read(file, texts);
      }
      List<String> parts = new ArrayList<>();
      parts.add("SELECT * FROM " + TextIntake.TABLE);
      for (Map.Entry<Map<Column, String>, List<Path>> group : parquet.entrySet()) {
        parts.add(
            new ParquetRows(group.getValue(), group.getKey(), latest).select(connection, rejects));
      }
      if (texts.rows() == 0 && parts.size() > 1) {
        parts.removeFirst();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE VIEW exchange AS " + String.join(" UNION ALL ", parts));
      }
      return new ExchangeLog(engine, columns, rejects);
    }

    private void read(Path file, TextIntake texts) throws SQLException {
      try {
        LogFormat format = LogFormat.of(file);
        Set<Column> found;
        if (format == LogFormat.PARQUET) {
          Map<Column, String> types = ParquetColumns.of(engine.connection(), file);
          parquet.computeIfAbsent(types, any -> new ArrayList<>()).add(file);
          found = types.keySet();
        } else {
          found = texts.read(file, format);
        }
        LogFiles.requireIn(file, found);
        columns.addAll(found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
